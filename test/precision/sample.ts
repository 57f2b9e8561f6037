import { below, randomFor } from '../../models/training/random';
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
  const urn = [...warnings].sort(
    (a, b) => compareTexts(a.repository, b.repository) || compareTexts(a.group.id, b.group.id),
  );
  shuffle(urn, options.seed);
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

/** Fisher and Yates, in place. */
export function shuffle<T>(items: T[], seed: number): void {
  const random = randomFor(seed, 0);
  for (let last = items.length - 1; last > 0; last--) {
    const other = below(random, last + 1);
    [items[last], items[other]] = [items[other] as T, items[last] as T];
  }
}
