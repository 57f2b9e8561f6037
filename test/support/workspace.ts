import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder with files for one test; gone at the end of an `await using`. */
export interface TemporaryWorkspace extends AsyncDisposable {
  readonly path: string;
}

/** Makes a folder of these files, by path with forward slashes. */
export async function makeWorkspace(
  files: Readonly<Record<string, string>>,
): Promise<TemporaryWorkspace> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'text-twin-')));
  for (const [name, text] of Object.entries(files)) {
    const file = join(path, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
