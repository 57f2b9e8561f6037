import type { Candidate } from '../passages/candidate';
import { judgeLine } from './codeLines';
import type { Filter } from './filter';

/** From this share of its lines on, a comment is code; closing brackets count for what surrounds them. */
const ENOUGH_CODE = 0.7;
const MOST_LINES = 400;
/** What is judged of a line. */
const LONGEST_LINE = 400;
/** Drawn rules at a line's ends are decoration, not operators. */
const RULES = /^[-=*#~+_]{3,}\s*|\s*[-=*#~+_]{3,}$/g;

/** Code that was switched off. */
export const commentedOutCode: Filter = {
  name: 'commented-out-code',
  reason: 'Code that is switched off is the business of clone detectors for code.',
  scope: 'passage',
  matches(passage, { source, languageId }) {
    if (!mayHoldCode(passage, source)) return false;
    const lines = passage.lines.slice(0, MOST_LINES).filter((line) => line.trim() !== '');
    const counts = { code: 0, bracket: 0, prose: 0 };
    for (const line of lines) {
      const text = line.trim().slice(0, LONGEST_LINE).replace(RULES, '');
      counts[judgeLine(text, languageId)]++;
      if (counts.prose > lines.length * (1 - ENOUGH_CODE)) return false;
    }
    return counts.code > 0;
  },
};

/** Documentation shows code on purpose; a comment above a declaration may be either. */
function mayHoldCode(passage: Candidate, source: string): boolean {
  if (passage.kind === 'comment') return true;
  if (passage.kind !== 'doc') return false;
  return /^(?:\/\/[^/!]|#)/.test(source.slice(passage.start, passage.start + 3));
}
