import type { Row } from './encoder';

/** What is aimed at, and which row says how near it is. */
export interface Target {
  readonly measure: string;
  readonly target: string;
  readonly find: (row: Row) => boolean;
}

/** A row that says the target was met or missed; rows on fewer passages than a target is about say neither. */
export function isVerdict({ met }: Row): boolean {
  return met !== undefined;
}

const begins =
  (start: string) =>
  ({ measure }: Row): boolean =>
    measure.startsWith(start);

/** What "fast" means, by measure. Rows are told by how their names begin. */
export const TARGETS: readonly Target[] = [
  {
    measure: 'encode, one core, against stock tfjs-layers on WASM',
    target: '≥ 5 ×',
    find: begins('… against stock tfjs-layers'),
  },
  {
    measure: 'against native onnxruntime LSTM, same weights, one thread',
    target: '≥ 0.5 ×',
    find: begins('… against onnxruntime’s LSTM'),
  },
  {
    measure: 'against a transformer of MiniLM’s shape',
    target: '≥ 15 ×',
    find: begins('… against a transformer'),
  },
  {
    measure: 'model load and first embedding',
    target: '≤ 150 ms',
    find: begins('thread, model and first embedding'),
  },
  {
    measure: 'join of 100,000 passages, one core',
    target: '≤ 5 s',
    find: begins('join of 100000 at '),
  },
  {
    measure: 'single query among 1,000,000, p99',
    target: '≤ 5 ms',
    find: begins('query among 1000000 '),
  },
  {
    measure: 'edit → fresh diagnostics after the debounce, 100,000 passages, p95',
    target: '≤ 50 ms',
    find: begins('edit to diagnostics, p95'),
  },
  {
    measure: 'event-loop lag while indexing, p99',
    target: '≤ 20 ms',
    find: begins('event-loop lag while indexing, p99'),
  },
  {
    measure: 'cold scan against jscpd, same files',
    target: '≤ 1 ×',
    find: begins('cold scan against jscpd'),
  },
  {
    measure: 'warm restart of 10,000 files against cold',
    target: '≤ 10 %',
    find: begins('warm scan against cold'),
  },
  {
    measure: 'memory of the server at 100,000 passages',
    target: '≤ 350 MB',
    find: begins('memory of the server'),
  },
  { measure: 'VSIX', target: '≤ 8 MB', find: begins('VSIX') },
];
