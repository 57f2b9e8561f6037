import { readCharacter } from '../scanning/characterLiterals';
import type { Rule } from '../scanning/cursor';
import type { BlockComment, Grammar, StringLiteral } from '../scanning/grammar';

const QUOTED_OPENER = /^\{([a-z_]{0,30})\|/;
const HOLE = { open: '{', brackets: '{}', doubled: true } as const;

const NESTED: BlockComment = { open: '(*', close: '*)', nests: true, quotes: true };
const PLAIN: StringLiteral = { open: '"', close: '"', escape: 'backslash', lines: true };

/** `{id|…|id}`. */
const readQuoted: Rule = (cursor) => {
  const { source, at } = cursor;
  const match = QUOTED_OPENER.exec(source.slice(at, at + 32));
  if (match === null) return false;
  const close = `|${match[1] ?? ''}}`;
  const end = source.indexOf(close, at + match[0].length);
  cursor.at = end < 0 ? source.length : end + close.length;
  return true;
};

/** OCaml. A string in a comment hides what stands in it. */
export const ocaml: Grammar = {
  blocks: [{ ...NESTED, docs: ['(**'] }],
  strings: [PLAIN],
  rules: () => ({ '{': readQuoted, "'": readCharacter }),
};

/** F#: OCaml's comments beside those of C#, and C#'s strings. */
export const fsharp: Grammar = {
  lines: [{ open: '//', docs: ['///'] }],
  blocks: [{ ...NESTED, except: ['(*)'] }],
  strings: [
    PLAIN,
    { ...PLAIN, open: '@"', escape: 'doubled' },
    { ...PLAIN, open: '$"', hole: HOLE },
    { ...PLAIN, open: '$@"', escape: 'doubled', hole: HOLE },
    { ...PLAIN, open: '@$"', escape: 'doubled', hole: HOLE },
    { ...PLAIN, open: '"""', close: '"""', escape: 'none' },
    { ...PLAIN, open: '$"""', close: '"""', escape: 'none', hole: HOLE },
  ],
  nesting: '{}',
  rules: () => ({ "'": readCharacter }),
};
