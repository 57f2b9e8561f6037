import type { Dialect } from '../languageTable';
import type { Grammar } from '../scanning/grammar';
import { scannerOf } from '../scanning/scan';

/**
 * The dialect of a grammar.
 *
 * @param docAbove the beginning of a declaration, where plain comments above one are its documentation.
 */
export function code(grammar: Grammar, docAbove?: RegExp): Dialect {
  return { comments: scannerOf(grammar), ...(docAbove === undefined ? {} : { docAbove }) };
}
