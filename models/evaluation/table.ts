import type { Estimate } from './bootstrap';
import type { EvaluationRow } from './evaluate';
import { PUBLISHED } from './published';

/** Width of the first column: the longest name of a set. */
const SET_WIDTH = 14;
const ABSENT = '–';

/** Lays out rows one at a time, in columns that fit a terminal of 140 columns and are Markdown as well. */
export class Table {
  readonly #columns: readonly { readonly title: string; readonly width: number }[];
  readonly #baselines: readonly string[];

  constructor(baselines: readonly string[]) {
    this.#baselines = baselines;
    this.#columns = [
      { title: 'set', width: SET_WIDTH },
      { title: 'measure', width: 8 },
      { title: 'pairs', width: 6 },
      { title: 'Text Twin [95 %]', width: 17 },
      ...baselines.map((title) => ({ title, width: Math.max(6, title.length) })),
      { title: 'ours − best*', width: 19 },
    ];
  }

  /** Titles and rule. */
  head(): string {
    const rule = this.#columns.map(({ width }) => '-'.repeat(width));
    return `${this.#line(this.#columns.map(({ title }) => title))}\n${this.#line(rule)}`;
  }

  row({ set, measure, pairs, ours, baselines, best, difference }: EvaluationRow): string {
    return this.#line([
      set,
      measure,
      String(pairs).padStart(6),
      withInterval(ours, bare),
      ...this.#baselines.map((name) => {
        const figure = baselines[name];
        return figure === undefined ? ABSENT : round(figure) + (name === best ? '*' : '');
      }),
      withInterval(difference, signed),
    ]);
  }

  #line(cells: readonly string[]): string {
    const padded = cells.map((cell, i) => cell.padEnd(this.#columns[i]?.width ?? 0));
    return `| ${padded.join(' | ')} |`;
  }
}

/** The published figures of the sets that were measured, ours beside them; empty when there are none. */
export function publishedTable(rows: readonly EvaluationRow[]): string {
  const lines = PUBLISHED.flatMap(({ set, figures }) => {
    const row = rows.find((measured) => measured.set === set);
    if (!row) return [];
    const others = Object.entries(figures).map(([name, figure]) => `${name} ${round(figure)}`);
    const ours = `Text Twin ${round(row.ours.value)} (measured)`;
    return [`${set.padEnd(SET_WIDTH)}  ${[ours, ...others].join(' · ')}`];
  });
  if (lines.length === 0) return '';
  return ['Published, not measured here (Spearman):', ...lines].join('\n');
}

function withInterval({ value, low, high }: Estimate, write: (x: number) => string): string {
  const first = write === signed ? signed(value) : round(value);
  return `${first} [${write(low)} ${write(high)}]`;
}

const round = (value: number) => (Number.isFinite(value) ? value.toFixed(3) : ABSENT);
/** Without the leading zero, as 0.93 [.92 .94] is read. */
const bare = (value: number) => round(value).replace(/^(-?)0\./, '$1.');
const signed = (value: number) => (value < 0 ? bare(value) : `+${bare(value)}`);
