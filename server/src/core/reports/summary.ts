import { compareTexts } from './order';
import type { Report } from './report';
import { countOf, describeDuration } from './words';

/**
 * How often each reason to skip a file occurred, the most frequent first: `2 binary, 1 too large`.
 */
export function summarizeReasons(skipped: Report['skipped']): string {
  const counts = new Map<string, number>();
  for (const { reason } of skipped) {
    const category = reason.split(':', 1)[0] ?? reason;
    counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || compareTexts(a, b))
    .map(([category, count]) => `${count} ${category}`)
    .join(', ');
}

/**
 * The closing line of a scan: files, passages, groups that are warnings, notes, time and what was skipped.
 *
 * @param known groups left out because a baseline has them.
 */
export function summarize(report: Report, known = 0): string {
  const { stats, skipped } = report;
  const warnings = `${countOf(stats.groups - stats.notes, 'group')} of twins`;
  const found = stats.notes > 0 ? `${warnings} and ${countOf(stats.notes, 'note')}` : warnings;
  const parts = [
    countOf(stats.files, 'file'),
    countOf(stats.passages, 'passage'),
    known > 0 ? `${found} beside ${known} in the baseline` : found,
    describeDuration(stats.ms.total),
  ];
  if (skipped.length > 0) {
    parts.push(`${skipped.length.toLocaleString('en-US')} skipped (${summarizeReasons(skipped)})`);
  }
  return parts.join(' · ');
}
