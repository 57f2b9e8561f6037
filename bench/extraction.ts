import { realpath } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readComments } from '../server/src/core/passages/commentCandidates';
import { extractPassages } from '../server/src/core/passages/extract';
import { languageById } from '../server/src/core/passages/languages';
import { readSources, type Source } from '../test/precision/sources';
import { renderTable } from '../test/precision/table';

const USAGE = `Usage: npm run bench:extraction -- DIR... [--rounds N] [--only LANGUAGE]

How fast comments are found (scan), made passages, and filtered (what a scan of the workspace does), in MB (10^6 bytes of UTF-8) of source per second of processor
time, the best of N rounds (7), beside a loop that does no more than look at each character.
`;
/** Less text than this (bytes) says nothing. */
const LEAST = 200_000;

/** What is measured; each answers with a number, so that nothing can be optimised away. */
const WORK: Readonly<Record<string, (source: Source) => number>> = {
  loop: ({ text }) => {
    let spaces = 0;
    for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) === 32) spaces++;
    return spaces;
  },
  scan: ({ text, languageId }) => {
    const dialect = languageById(languageId)?.dialect;
    return dialect !== undefined && 'comments' in dialect ? dialect.comments(text).length : 0;
  },
  passages: ({ text, languageId }) => {
    const dialect = languageById(languageId)?.dialect;
    if (dialect === undefined) return 0;
    return ('prose' in dialect ? dialect.prose(text) : readComments(text, dialect)).length;
  },
  filtered: ({ text, languageId, path }) => {
    const { passages, silenced } = extractPassages(text, languageId, { path });
    return passages.length + silenced.length;
  },
};

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '7' },
      only: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  if (positionals.length === 0) throw new Error('name at least one repository');
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds must be a whole number');
  const sources: Source[] = [];
  for (const folder of positionals) {
    sources.push(...(await readSources(await realpath(folder))).sources);
  }
  const ids = [...new Set(sources.map(({ languageId }) => languageId))].sort();
  const groups = ids
    .filter((id) => values.only === undefined || id === values.only)
    .map((id) => ({ id, sources: sources.filter(({ languageId }) => languageId === id) }))
    .filter((group) => sizeOf(group.sources) >= LEAST);
  const rows = groups.map((group) => measure(group.id, group.sources, rounds));
  if (rows.length > 1) {
    const all = groups.flatMap((group) => group.sources);
    rows.push(measure('all', all, rounds));
  }
  const titles = [
    'Language',
    'MB',
    'Loop MB/s',
    'Scan MB/s',
    'Passages MB/s',
    'Filtered MB/s',
    'Of the loop',
  ];
  process.stdout.write(`${renderTable([titles, ...rows])}\n`);
}

function measure(name: string, sources: readonly Source[], rounds: number): string[] {
  const size = sizeOf(sources) / 1e6;
  const speeds = Object.values(WORK).map(
    (work) => size / bestTime(() => sum(sources, work), rounds),
  ) as [number, ...number[]];
  const share = (100 * (speeds.at(-1) ?? 0)) / speeds[0];
  return [
    name,
    size.toFixed(2),
    ...speeds.map((speed) => speed.toFixed(0)),
    `${share.toFixed(1)} %`,
  ];
}

function sum(sources: readonly Source[], work: (source: Source) => number): number {
  let total = 0;
  for (const source of sources) total += work(source);
  return total;
}

/** Seconds of processor time, all threads counted: a busy machine does not make it longer. */
function bestTime(work: () => number, rounds: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1e6);
  }
  return best;
}

function sizeOf(sources: readonly Source[]): number {
  return sources.reduce((total, { text }) => total + Buffer.byteLength(text), 0);
}

main().catch((error: unknown) => {
  process.stderr.write(`bench: ${(error as Error).message}\n`);
  process.exitCode = 2;
});
