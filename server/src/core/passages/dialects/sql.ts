import { isWord } from '../scanning/characters';
import { C_BLOCK } from '../scanning/common';
import type { Cursor, Rule } from '../scanning/cursor';
import type { Grammar, StringLiteral } from '../scanning/grammar';

const DOLLAR_QUOTE = /^\$(?:[A-Za-z_]\w{0,62})?\$/;
const BODY_OPENER = /(?:^|\W)(?:as|do)$/i;
const DELIMITER = /(?:^|[\r\n])[ \t]{0,20}delimiter$/i;

const quoted = (mark: string): StringLiteral => {
  return { open: mark, close: mark, escape: 'doubled', lines: true };
};

/** SQL of any maker; `#` begins a comment only at the start of a line (MySQL). */
export const sql: Grammar = {
  lines: [{ open: '--' }, { open: '#', where: 'line' }],
  blocks: [C_BLOCK],
  strings: [quoted('"'), quoted("'"), quoted('`')],
  rules: (cursor) => ({ "'": readString, $: dollarRule(cursor) }),
};

/** `'it''s'`, and MySQL's `'it\'s'`: a backslash escapes a quote that a letter follows. */
const readString: Rule = (cursor) => {
  const { source } = cursor;
  let at = cursor.at + 1;
  while (at < source.length) {
    const quote = source.charAt(at) === "'";
    if (quote && source.charAt(at + 1) === "'") at++;
    else if (quote && !isEscaped(source, at)) break;
    at++;
  }
  cursor.at = Math.min(at + 1, source.length);
  return true;
};

function isEscaped(source: string, quote: number): boolean {
  return source.charAt(quote - 1) === '\\' && /[a-z]/.test(source.charAt(quote + 1));
}

/**
 * PostgreSQL's `$tag$…$tag$`: a string, but code behind `AS` or `DO`, whose comments count. Where MySQL's
 * `DELIMITER $$` was seen, `$$` ends statements.
 */
function dollarRule(cursor: Cursor): Rule {
  let body: string | undefined;
  let delimiter: string | undefined;
  return () => {
    const { source, at } = cursor;
    const tag = DOLLAR_QUOTE.exec(source.slice(at, at + 66))?.[0];
    if (tag === undefined) return false;
    const last = cursor.before(at, Math.max(0, at - 200));
    const before = source.slice(Math.max(0, last - 30), last + 1);
    if (DELIMITER.test(before)) delimiter = tag;
    cursor.at += tag.length;
    if (tag === delimiter) return true;
    if (tag === body) {
      body = undefined;
    } else if (body === undefined && BODY_OPENER.test(before)) {
      body = tag;
    } else if (!isWord(source.charCodeAt(at - 1))) {
      const end = source.indexOf(tag, cursor.at);
      cursor.at = end < 0 ? source.length : end + tag.length;
    }
    return true;
  };
}
