import type { Row } from './encoder';

/** Milliseconds of processor time. */
export function processorTime(act: () => unknown): number {
  const started = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

/** A target, and whether it is met. */
export function atMost(value: number, most: number): Pick<Row, 'target' | 'met'> {
  return { target: `≤ ${most}`, met: value <= most };
}

/** @param share in [0, 1]. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((x, y) => x - y);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number;
}
