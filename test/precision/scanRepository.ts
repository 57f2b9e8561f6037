import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Report } from '../../server/src/core/reports/report';

/** The sensitivities of the command line, from the least to the most talkative. */
export const SENSITIVITIES = ['strict', 'balanced', 'loose'] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];

/** One folder under `--repositories`. */
export interface Repository {
  /** The folder's name: the key of its labels. */
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
}

/** Reports of groups are far longer than what a terminal is shown; the limit guards against a runaway. */
const MAX_OUTPUT = 64 * 1024 * 1024;

/**
 * The repositories in a folder, by name; hidden folders are none.
 *
 * @throws Error when there is none.
 */
export async function listRepositories(folder: string): Promise<readonly Repository[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
  if (names.length === 0) throw new Error(`${folder}: no repository folders in it`);
  return names.map((name) => ({ name, folder: path.resolve(folder, name) }));
}

/** The groups of a report that are warnings: what is drawn, labelled and measured. Notes are none. */
export function warningsOf({ groups }: Pick<Report, 'groups'>): Report['groups'] {
  return groups.filter(({ level }) => level === undefined);
}

/**
 * Scans a folder with the built command line, as a user would.
 *
 * @param disabledFilters names of filters of legitimate repetition that are switched off.
 * @param verbose whether the report lists what filters silenced, too.
 * @throws Error with the program's own words when it leaves no report.
 */
export async function scanRepository(
  folder: string,
  sensitivity: Sensitivity,
  {
    disabledFilters = [],
    verbose = false,
  }: { readonly disabledFilters?: readonly string[]; readonly verbose?: boolean } = {},
): Promise<Report> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'text-twin-'));
  const output = path.join(scratch, 'report.json');
  const program = path.join(__dirname, 'cli.js');
  const filters = disabledFilters.flatMap((name) => ['--no-filter', name]);
  const options = [
    '--format',
    'json',
    '--sensitivity',
    sensitivity,
    '--output',
    output,
    ...filters,
    ...(verbose ? ['--verbose'] : []),
  ];
  try {
    // A file that cannot be read makes the exit status 2; the report of all others is as good as any.
    const failure = await promisify(execFile)(
      process.execPath,
      [program, 'scan', folder, ...options],
      {
        maxBuffer: MAX_OUTPUT,
      },
    ).then(
      () => '',
      (error: Error) => error.message,
    );
    const text = await readFile(output, 'utf8').catch(() => {
      throw new Error(`${folder}: the scan left no report. ${failure}`);
    });
    return JSON.parse(text) as Report;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
