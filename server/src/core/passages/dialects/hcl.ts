import { C_BLOCK, DOUBLE_QUOTED, HASH } from '../scanning/common';
import type { Cursor, Rule } from '../scanning/cursor';
import type { Grammar } from '../scanning/grammar';
import { Heredocs } from './heredocs';

const HEREDOC = /^<<(-?)([A-Za-z_][\w-]{0,80})/;

/** HashiCorp's configuration language, Terraform's among others. */
export const hcl: Grammar = {
  lines: [HASH, { open: '//' }],
  blocks: [C_BLOCK],
  strings: [{ ...DOUBLE_QUOTED, hole: { open: '${', brackets: '{}' } }],
  nesting: '{}',
  rules,
};

function rules(cursor: Cursor): Record<string, Rule> {
  const heredocs = new Heredocs(cursor);
  return {
    '<': () => {
      const match = HEREDOC.exec(cursor.source.slice(cursor.at, cursor.at + 90));
      const word = match?.[2];
      // Even without a dash the last line may be indented.
      if (match === null || word === undefined) return false;
      if (!heredocs.announce({ word, indented: true })) return false;
      cursor.at += match[0].length;
      return true;
    },
    ...heredocs.rules,
  };
}
