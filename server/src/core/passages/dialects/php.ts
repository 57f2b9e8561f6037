import { shiftComments } from '../scanning/comment';
import { C_BLOCK, SLASHES } from '../scanning/common';
import type { Cursor, Rule } from '../scanning/cursor';
import type { Grammar, StringLiteral } from '../scanning/grammar';
import { Heredocs } from './heredocs';
import { scanHtml } from './html';

const HEREDOC = /^<<<[ \t]{0,20}(?:(\w{1,80})|'(\w{1,80})'|"(\w{1,80})")/;

const quoted = (mark: string): StringLiteral => {
  return { open: mark, close: mark, escape: 'backslash', lines: true };
};

/** PHP: code between `<?php` and `?>`, HTML around it. */
export const php: Grammar = {
  lines: [
    { ...SLASHES, until: '?>' },
    { open: '#', until: '?>', except: ['#['] },
  ],
  blocks: [C_BLOCK],
  strings: [quoted('"'), quoted("'"), quoted('`')],
  rules,
};

function rules(cursor: Cursor): Record<string, Rule> {
  const heredocs = new Heredocs(cursor);
  readHtml(cursor);
  return {
    '?': () => {
      if (!cursor.startsWith('?>')) return false;
      cursor.at += 2;
      readHtml(cursor);
      return true;
    },
    '<': () => announceHeredoc(cursor, heredocs),
    ...heredocs.rules,
  };
}

/** Notes the comments of the HTML from the cursor on and moves into the next code. */
function readHtml(cursor: Cursor): void {
  const { source, at } = cursor;
  const opener = /<\?(?:php(?!\w)|=|(?=\s))/gi;
  opener.lastIndex = at;
  const match = opener.exec(source);
  const html = source.slice(at, match?.index);
  for (const comment of shiftComments(scanHtml(html), at)) cursor.comments.push(comment);
  cursor.at = match === null ? source.length : opener.lastIndex;
}

function announceHeredoc(cursor: Cursor, heredocs: Heredocs): boolean {
  if (!cursor.startsWith('<<<')) return false;
  const match = HEREDOC.exec(cursor.source.slice(cursor.at, cursor.at + 110));
  const word = match?.[1] ?? match?.[2] ?? match?.[3];
  if (match === null || word === undefined) return false;
  if (!heredocs.announce({ word, indented: true, followed: true })) return false;
  cursor.at += match[0].length;
  return true;
}
