import { execFile } from 'node:child_process';
import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Place } from '../garden';

/** A run of lines of a file, both ends included, from 1. */
export interface Fragment {
  /** Relative to the scanned folder, forward slashes. */
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
}

/** Two fragments that a clone detector calls the same. */
export type Clone = readonly [Fragment, Fragment];

interface Duplicate {
  readonly firstFile: Side;
  readonly secondFile: Side;
}

interface Side {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Runs jscpd on a folder with the sizes it comes with, 50 tokens and 5 lines. A comment is one token to it; comments
 * and Markdown are looked at (`strict`).
 */
export async function findClones(program: string, folder: string): Promise<Clone[]> {
  const output = await mkdtemp(path.join(tmpdir(), 'text-twin-clones-'));
  try {
    const report = ['--reporters', 'json', '--output', output, '--mode', 'strict'];
    await promisify(execFile)(program, [folder, ...report], { maxBuffer: 2 ** 26 });
    const json = await readFile(path.join(output, 'jscpd-report.json'), 'utf8');
    const { duplicates } = JSON.parse(json) as { readonly duplicates: readonly Duplicate[] };
    const root = await realpath(folder);
    const sideOf = ({ name, start, end }: Side): Fragment => {
      const relative = path.isAbsolute(name) ? path.relative(root, name) : name;
      return { path: relative.split(path.sep).join('/'), startLine: start, endLine: end };
    };
    return duplicates.map(({ firstFile, secondFile }) => [sideOf(firstFile), sideOf(secondFile)]);
  } finally {
    await rm(output, { recursive: true, force: true });
  }
}

/** Whether one clone covers both places. */
export function areCloned(clones: readonly Clone[], one: Place, other: Place): boolean {
  const covers = (side: Fragment, place: Place) =>
    side.path === place.path &&
    side.startLine <= place.startLine &&
    place.startLine <= side.endLine;
  return clones.some(
    ([a, b]) => (covers(a, one) && covers(b, other)) || (covers(a, other) && covers(b, one)),
  );
}
