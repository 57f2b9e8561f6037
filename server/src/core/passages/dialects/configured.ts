import type { Dialect } from '../languageTable';
import { C_BLOCK, DOUBLE_QUOTED, SINGLE_QUOTED, SLASHES } from '../scanning/common';
import type { BlockComment, LineComment } from '../scanning/grammar';
import { scannerOf } from '../scanning/scan';

/** What VS Code's language configurations say of comments. */
export interface LanguageConfiguration {
  readonly lineComment?: string | { readonly comment: string };
  readonly blockComment?: readonly [string, string];
}

/**
 * How to read a language of which no more is known than its comments. Quotes are taken for strings on one line,
 * unless they open a comment.
 */
export function grammarFromLanguageConfiguration(configuration: LanguageConfiguration): Dialect {
  const { lineComment = '', blockComment = ['', ''] } = configuration;
  const line = (typeof lineComment === 'string' ? lineComment : lineComment.comment).trim();
  const [open, close] = blockComment.map((delimiter) => delimiter.trim()) as [string, string];
  const openers = [line, open];
  return {
    comments: scannerOf({
      lines: line === '' ? [] : [lineOf(line)],
      blocks: open === '' || close === '' ? [] : [blockOf(open, close)],
      strings: [DOUBLE_QUOTED, SINGLE_QUOTED].filter((literal) => !openers.includes(literal.open)),
    }),
  };
}

function lineOf(open: string): LineComment {
  if (open === SLASHES.open) return SLASHES;
  // `REM` begins a comment, but `REMARK` does not.
  if (/[\p{L}\p{N}]$/u.test(open)) return { open: `${open} `, where: 'word' };
  // Vim's strings look like its comments.
  if (open === '"') return { open, where: 'line' };
  return /^[#']/.test(open) ? { open, where: 'word' } : { open };
}

function blockOf(open: string, close: string): BlockComment {
  return open === C_BLOCK.open && close === C_BLOCK.close ? C_BLOCK : { open, close };
}
