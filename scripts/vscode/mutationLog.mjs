// What a run of the mutations has found so far, kept so that an interrupted run can be taken up again.
import { appendFile, mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { root } from './project.mjs';

const file = path.join(root, '.cache', 'mutations.jsonl');

/** The entries of an interrupted run; none when it is to begin anew. */
export async function openLog(isResumed) {
  if (!isResumed) await rm(file, { force: true });
  await mkdir(path.dirname(file), { recursive: true });
  const text = await readFile(file, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/** Keeps an entry. */
export async function log(entry) {
  await appendFile(file, `${JSON.stringify(entry)}\n`);
}
