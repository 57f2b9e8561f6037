import { C_BLOCK, DOUBLE_QUOTED, SINGLE_QUOTED, SLASHES } from '../scanning/common';
import type { Rule } from '../scanning/cursor';
import type { Grammar } from '../scanning/grammar';

const URL = /^url\(\s{0,20}(?!["'\s])/i;

/** `url(//host/x)`: an address without quotes contains no comment. */
const readUrl: Rule = (cursor) => {
  const { source, at } = cursor;
  if (!URL.test(source.slice(at, at + 26))) return false;
  while (cursor.at < source.length && !')\n\r'.includes(source.charAt(cursor.at))) cursor.at++;
  return true;
};

/** Plain CSS. */
export const css: Grammar = {
  blocks: [C_BLOCK],
  strings: [DOUBLE_QUOTED, SINGLE_QUOTED],
  rules: () => ({ u: readUrl, U: readUrl }),
};

/** SCSS and Less. */
export const cssWithLineComments: Grammar = { ...css, lines: [SLASHES] };
