import { parseArgs } from 'node:util';
import { renderTable } from '../test/precision/table';
import { measureExtraction } from './extraction';

const USAGE = `Usage: npm run bench:extraction -- DIR... [--rounds N] [--only LANGUAGE]

How fast comments are found (scan), made passages, and filtered (what a scan of the workspace does), in MB (10^6 bytes of UTF-8) of source per second of processor
time, the best of N rounds (7), beside a loop that does no more than look at each character.
`;

/** Prints the extraction's table: the part of the benchmark that can be run alone, with more detail. */
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
  const rows = (await measureExtraction(positionals, rounds, values.only)).map(
    ({ languageId, megabytes, speeds }) => [
      languageId,
      megabytes.toFixed(2),
      ...speeds.map((speed) => speed.toFixed(0)),
      `${((100 * (speeds.at(-1) ?? 0)) / (speeds[0] ?? 1)).toFixed(1)} %`,
    ],
  );
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

main().catch((error: unknown) => {
  process.stderr.write(`bench: ${(error as Error).message}\n`);
  process.exitCode = 2;
});
