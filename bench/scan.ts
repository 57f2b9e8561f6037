import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Report } from '../server/src/core/reports/report';
import type { Row } from './encoder';
import { findJscpd, JSCPD } from './jscpd';
import { atMost, quantile } from './searchFigures';
import { type CommandTime, timeCommand } from './timeCommand';

/** Files from which a repository is one that the targets are about. */
const LARGE = 10_000;

/** Whole scans of each repository with the built command line, cold and warm in turn, beside a clone detector. */
export async function* benchScan(
  root: string,
  folders: readonly string[],
  rounds: number,
): AsyncGenerator<Row[]> {
  const jscpd = await findJscpd();
  if (!jscpd) yield [{ measure: JSCPD, value: Number.NaN, unit: 'skipped: npx cannot get it' }];
  // The largest first: targets take the first row of a name.
  const measured = [];
  for (const folder of folders) measured.push(await scanFolder(root, folder, rounds, jscpd));
  yield* measured.sort((a, b) => b.files - a.files).map(({ rows }) => rows);
}

async function scanFolder(root: string, folder: string, rounds: number, jscpd?: string) {
  const scratch = await mkdtemp(path.join(tmpdir(), 'text-twin-bench-'));
  const [cold, warm, peer]: [CommandTime[], CommandTime[], CommandTime[]] = [[], [], []];
  const output = path.join(scratch, 'report.json');
  const program = path.join(root, 'dist', 'cli.js');
  const command = [
    process.execPath,
    program,
    'scan',
    folder,
    '--format',
    'json',
    '--output',
    output,
  ];
  try {
    for (let round = 0; round < rounds; round++) {
      const scan = [...command, '--cache', path.join(scratch, `cache${round}`)];
      cold.push(await timeCommand(scan));
      warm.push(await timeCommand(scan));
      if (jscpd) peer.push(await timeCommand([jscpd, folder, '--reporters', 'silent']));
    }
    const { files, passages } = (JSON.parse(await readFile(output, 'utf8')) as Report).stats;
    const name = `${path.basename(folder)}, ${files} files, ${passages} passages`;
    const rows = [
      ...times(`cold scan of ${name}`, cold),
      ...times(`warm scan of ${name}`, warm),
      // Processor time: on a machine that others use the clock says little.
      ratio(`warm scan against cold (${name})`, warm, cold, files),
    ];
    if (jscpd) {
      rows.push(...times(`${JSCPD} on the same folder (${name})`, peer));
      rows.push(ratio(`cold scan against jscpd (${name})`, cold, peer, files));
    }
    return { files, rows };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

const medianOf = (some: readonly CommandTime[], key: keyof CommandTime): number =>
  quantile(
    some.map((time) => time[key]),
    0.5,
  );

function times(measure: string, some: readonly CommandTime[]): Row[] {
  return [
    { measure, value: medianOf(some, 'wall'), unit: 's' },
    { measure: '… processor time', value: medianOf(some, 'processor'), unit: 's' },
  ];
}

function ratio(
  measure: string,
  some: readonly CommandTime[],
  others: readonly CommandTime[],
  files: number,
): Row {
  const isWarm = measure.startsWith('warm');
  const value = medianOf(some, 'processor') / medianOf(others, 'processor');
  const row = isWarm
    ? { measure, value: 100 * value, unit: '% of its processor time' }
    : { measure, value, unit: '× its processor time' };
  return files < LARGE ? row : { ...row, ...atMost(row.value, isWarm ? 10 : 1) };
}
