import path from 'node:path';
import { parseArgs } from 'node:util';
import { renderTable } from '../test/precision/table';
import { collectPassages } from './collectPassages';
import { benchEncoder, type Row } from './encoder';
import { benchExtraction } from './extraction';
import { describeMachine } from './machine';
import { benchScan } from './scan';
import { searchRows } from './search';
import { shippedRadii } from './searchRadii';
import { benchServer } from './server';
import { isVerdict, TARGETS } from './targets';
import { benchVsix } from './vsix';

const PARTS = ['vsix', 'encoder', 'extraction', 'server', 'scan', 'search'] as const;
type Part = (typeof PARTS)[number];
/** Names of the server's figures, each of which means all of its run. */
const SYNONYMS: Readonly<Record<string, Part>> = { edit: 'server', memory: 'server' };

const USAGE = `Usage: npm run bench -- [${PARTS.join('|')}|edit|memory]... [DIR]... [options]

Measures the parts named, or all, on the repositories DIR (this one by default), and ends with a line for each target.

  --most N     Search among N passages at most (1000000); those that there are not are made.
  --rounds N   Scans of each kind, of which the median counts (3).
`;

interface Options {
  readonly root: string;
  /** Absolute. */
  readonly folders: readonly string[];
  readonly most: number;
  readonly rounds: number;
}

const MEASURE: Readonly<Record<Part, (options: Options) => AsyncIterable<readonly Row[]>>> = {
  vsix: ({ root }) => once(() => benchVsix(root)),
  encoder: ({ root }) => once(() => benchEncoder(root)),
  extraction: ({ folders }) => once(() => benchExtraction(folders, 7)),
  async *search({ root, folders, most }) {
    yield* searchRows(await collectPassages(root, folders), await shippedRadii(root), most);
  },
  scan: ({ root, folders, rounds }) => benchScan(root, folders, rounds),
  server: ({ root, folders }) => benchServer(root, folders),
};

/** Prints figures as they are measured, then all targets. Never fails for a figure: machines differ. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      most: { type: 'string', default: '1000000' },
      rounds: { type: 'string', default: '3' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const named = positionals.map((word) => SYNONYMS[word] ?? word);
  const chosen = PARTS.filter((part) => named.includes(part));
  const folders = named.filter((word) => !PARTS.some((part) => part === word));
  const options: Options = {
    root: process.cwd(),
    folders: (folders.length > 0 ? folders : ['.']).map((folder) => path.resolve(folder)),
    most: readCount('most', values.most),
    rounds: readCount('rounds', values.rounds),
  };
  process.stdout.write(`${describeMachine()}\n`);
  const rows: Row[] = [];
  for (const part of chosen.length > 0 ? chosen : PARTS) {
    process.stdout.write(`\n${part}\n`);
    for await (const some of MEASURE[part](options)) {
      for (const row of some) process.stdout.write(`  ${describe(row)}\n`);
      rows.push(...some);
    }
  }
  const lines = TARGETS.map(({ measure, target, find }) => {
    const row = rows.find(find);
    if (!row) return [measure, target, 'not measured', ''];
    // What stands in brackets is what it was measured on.
    const [of = ''] = /\(.*\)$/.exec(row.measure) ?? [];
    return [measure, target, `${figure(row)} ${of}`.trimEnd(), verdict(row)];
  });
  process.stdout.write(`\n${renderTable([['Target', '', 'Measured', ''], ...lines])}\n`);
  process.stdout.write(`${describeMachine()}\n`);
}

function describe(row: Row): string {
  const { measure, target } = row;
  return [`${measure}: ${figure(row)}`, target ?? '', verdict(row)].filter(Boolean).join('   ');
}

function figure({ value, unit }: Row): string {
  if (Number.isNaN(value)) return unit;
  const digits = value !== 0 && Math.abs(value) < 0.01 ? value.toExponential(1) : plain(value);
  return `${digits} ${unit}`.trimEnd();
}

const plain = (value: number): string =>
  Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : String(+value.toPrecision(3));

function verdict(row: Row): string {
  return isVerdict(row) ? (row.met ? 'met' : 'MISSED') : '';
}

async function* once(measure: () => Promise<readonly Row[]>): AsyncGenerator<readonly Row[]> {
  yield await measure();
}

function readCount(name: string, text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1) return count;
  throw new Error(`--${name} must be a whole number from 1`);
}

main().catch((error: unknown) => {
  process.stderr.write(`bench: ${(error as Error).stack}\n`);
  process.exitCode = 2;
});
