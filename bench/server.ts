import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Row } from './encoder';
import { atMost, quantile } from './searchFigures';
import { chooseEdits } from './serverEdits';
import { lagUntil } from './serverLag';
import { BenchServer } from './serverProcess';

/** The shortest pause in typing (ms), `shortestPause` of lsp/scheduler.ts. A longer one that was taken counts against us. */
const DEBOUNCE = 50;
const EDITS = 40;
/** Edits that change nothing, since a filter silences them, before no more are tried. */
const MOST_SILENT = 8;
/** Passages that the targets are about. */
const MANY = 100_000;
/** How long (ms) nothing is asked of the server before its memory is looked at again: it gives some back when it is quiet. */
const QUIET = 10_000;
/** How long (ms) the settled server is asked, to know what an answer takes when nothing else is done. */
const CALM = 3000;

/** The built server over standard input and output, seen from outside: indexing, lag, edits, memory. */
export async function* benchServer(
  root: string,
  folders: readonly string[],
): AsyncGenerator<Row[]> {
  const cache = await mkdtemp(path.join(tmpdir(), 'text-twin-bench-'));
  try {
    const cold = await openAndSettle(root, folders, cache);
    const { server } = cold;
    const rows: Row[] = [];
    yield cold.rows;
    try {
      const passages = server.status?.passages ?? 0;
      // A target holds for its number of passages; on fewer the figure stands without a verdict.
      const goal = (value: number, most: number) => (passages < MANY ? {} : atMost(value, most));
      const named = `${passages} passages`;
      const edits = await timeEdits(server, folders);
      rows.push({ measure: 'edits that changed diagnostics', value: edits.length, unit: '' });
      if (edits.length > 0) {
        const p95 = quantile(edits, 0.95);
        rows.push(
          {
            measure: `edit to diagnostics, median (${named})`,
            value: quantile(edits, 0.5),
            unit: 'ms',
          },
          {
            measure: `edit to diagnostics, p95 (${named})`,
            value: p95,
            unit: 'ms',
            ...goal(p95, 50),
          },
        );
      }
      const edited = await server.memory();
      await new Promise((resolve) => setTimeout(resolve, QUIET));
      const { now, peak } = await server.memory();
      rows.push(
        {
          measure: `memory of the server, settled (${named})`,
          value: now,
          unit: 'MB',
          ...goal(now, 350),
        },
        { measure: '… right after those edits', value: edited.now, unit: 'MB' },
        { measure: '… at its peak', value: peak, unit: 'MB' },
      );
    } finally {
      await server.stop();
    }
    yield rows;
    const warm = await openAndSettle(root, folders, cache);
    await warm.server.stop();
    yield warm.rows.map((row) => ({ ...row, measure: `second start: ${row.measure}` }));
  } finally {
    await rm(cache, { recursive: true, force: true });
  }
}

async function openAndSettle(root: string, folders: readonly string[], cache: string) {
  const started = performance.now();
  const server = await BenchServer.start(path.join(root, 'dist', 'server.js'), folders, cache);
  const lags = await lagUntil(server, server.settled());
  const seconds = (performance.now() - started) / 1000;
  const processor = await server.processorSeconds();
  const calm = await lagUntil(server, new Promise((resolve) => setTimeout(resolve, CALM)));
  const p99 = quantile(lags, 0.99);
  const passages = server.status?.passages ?? 0;
  // Of fewer answers than this the 99th percentile is the slowest.
  const verdict = lags.length < 100 ? {} : atMost(p99, 20);
  const rows: Row[] = [
    { measure: `start until all is examined (${passages} passages)`, value: seconds, unit: 's' },
    { measure: '… processor time', value: processor, unit: 's' },
    { measure: 'event-loop lag while indexing, p99', value: p99, unit: 'ms', ...verdict },
    { measure: '… at most', value: Math.max(...lags), unit: 'ms' },
    { measure: '… of the settled server, p99', value: quantile(calm, 0.99), unit: 'ms' },
  ];
  return { server, rows };
}

/** Milliseconds from each edit to the diagnostics that it changes, less the debounce. */
async function timeEdits(server: BenchServer, folders: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  let silent = 0;
  for (const { file, languageId, line } of await chooseEdits(folders)) {
    const text = await readFile(file, 'utf8');
    if (await server.open(file, languageId, text)) {
      const started = performance.now();
      const changed = await server.change(file, `${line}\n\n${text}`);
      if (changed) times.push(performance.now() - started - DEBOUNCE);
      else if (++silent > MOST_SILENT) break;
    }
    await server.close(file);
    if (times.length === EDITS) break;
  }
  return times;
}
