import { readCharacter } from '../scanning/characterLiterals';
import { isWord } from '../scanning/characters';
import { DOUBLE_QUOTED, HASH } from '../scanning/common';
import type { Rule } from '../scanning/cursor';
import type { BlockComment, Grammar } from '../scanning/grammar';
import { skipString } from '../scanning/strings';

const BLOCK: BlockComment = { open: '#[', close: ']#', nests: true };
const RAW = { open: '"', close: '"', escape: 'doubled', lines: false } as const;

/** A string right behind a word is raw: `r"C:\"`, `re"\d"`. */
const readRaw: Rule = (cursor) => {
  const { source, at } = cursor;
  if (source.startsWith('"""', at) || !isWord(source.charCodeAt(at - 1))) return false;
  cursor.at++;
  skipString(cursor, RAW);
  return true;
};

/** Nim. */
export const nim: Grammar = {
  lines: [{ ...HASH, docs: ['##'] }],
  blocks: [{ open: '##[', close: ']##', docs: ['##['], nests: true }, BLOCK],
  strings: [
    { open: '"""', close: '"""', escape: 'none', lines: true, greedy: true },
    DOUBLE_QUOTED,
  ],
  rules: () => ({ '"': readRaw, "'": readCharacter }),
};
