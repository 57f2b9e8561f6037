import { randomFor } from '../../models/training/random';
import { shuffled } from '../../models/training/synthesis/choose';
import { compareTexts } from '../../server/src/core/reports/order';
import type { ReportGroup } from '../../server/src/core/reports/report';

/** One group of one repository: what a person labels. */
export interface Warning {
  readonly repository: string;
  readonly group: ReportGroup;
}

/** What is drawn. */
export interface DrawOptions {
  /** How many; fewer come back when there are not as many. */
  readonly count: number;
  readonly seed: number;
  /** The most that one repository may give: a noisy one must not be the whole sample. */
  readonly perRepository: number;
}

/**
 * Draws warnings of all repositories without replacement, each as likely as any other until its repository has given
 * its share. The outcome depends on the set of warnings, not on their order.
 */
export function drawWarnings(warnings: readonly Warning[], options: DrawOptions): Warning[] {
  const ordered = [...warnings].sort(
    (a, b) => compareTexts(a.repository, b.repository) || compareTexts(a.group.id, b.group.id),
  );
  const urn = shuffled(ordered, randomFor(options.seed, 0));
  const given = new Map<string, number>();
  const drawn: Warning[] = [];
  for (const warning of urn) {
    const before = given.get(warning.repository) ?? 0;
    if (drawn.length === options.count) break;
    if (before === options.perRepository) continue;
    given.set(warning.repository, before + 1);
    drawn.push(warning);
  }
  return drawn;
}
