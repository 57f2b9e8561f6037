import path from 'node:path';
import { ALL_FILTERS } from '../../server/src/core/filters/allFilters';
import { type Sensitivity, scanRepository, warningsOf } from './scanRepository';
import { readSources, splitLines } from './sources';
import { renderTable } from './table';

const PER_LINES = 10_000;

/** Warnings of one folder with the first so many filters on, from none to all. */
export interface FilterCounts {
  readonly name: string;
  readonly lines: number;
  readonly warnings: readonly number[];
}

/**
 * Scans a folder once for each filter: first with all off, then with one more on each time. Embeddings are kept from
 * one scan to the next where the command line has a cache.
 */
export async function countByFilter(
  folder: string,
  sensitivity: Sensitivity,
): Promise<FilterCounts> {
  const names = ALL_FILTERS.map(({ name }) => name);
  const warnings: number[] = [];
  for (let on = 0; on <= names.length; on++) {
    const report = await scanRepository(folder, sensitivity, { disabledFilters: names.slice(on) });
    warnings.push(warningsOf(report).length);
  }
  const { sources } = await readSources(folder);
  const lines = sources.reduce((sum, { text }) => sum + splitLines(text).length, 0);
  return { name: path.basename(folder), lines, warnings };
}

/** Warnings per 10,000 lines, a row per filter, as Markdown. */
export function renderFilterTable(counts: readonly FilterCounts[]): string {
  const titles = counts.map(({ name, lines }) => `${name} (${lines} lines)`);
  const steps = ['all off', ...ALL_FILTERS.map(({ name }) => `+ ${name}`)];
  const rows = steps.map((step, at) => [
    step,
    ...counts.map(({ lines, warnings }) => showRate(warnings[at] ?? 0, lines)),
  ]);
  return `${renderTable([['filters on', ...titles], ...rows])}\n`;
}

function showRate(warnings: number, lines: number): string {
  return `${((warnings * PER_LINES) / Math.max(1, lines)).toFixed(1)} (${warnings})`;
}
