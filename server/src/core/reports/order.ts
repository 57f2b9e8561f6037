import type { ReportGroup, ReportPassage, ReportSilence } from './report';

/** By UTF-16 code units: the same in every locale. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** By path, then place; the text breaks the tie of passages that share a line. */
export function compareMembers(a: ReportPassage, b: ReportPassage): number {
  return (
    compareTexts(a.path, b.path) ||
    a.startLine - b.startLine ||
    a.endLine - b.endLine ||
    compareTexts(a.text, b.text)
  );
}

/** By path, then place; the filter breaks the tie of passages that share lines. */
export function compareSilences(a: ReportSilence, b: ReportSilence): number {
  return (
    compareTexts(a.path, b.path) ||
    a.startLine - b.startLine ||
    a.endLine - b.endLine ||
    compareTexts(a.filter, b.filter)
  );
}

/**
 * Similarity downwards, then first member's path and line; the fingerprint breaks what ties remain.
 */
export function compareGroups(a: ReportGroup, b: ReportGroup): number {
  const [first, other] = [a.members[0], b.members[0]];
  return (
    b.similarity - a.similarity ||
    (first && other ? compareMembers(first, other) : a.members.length - b.members.length) ||
    compareTexts(a.id, b.id)
  );
}
