import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where an entry begins; it may go on over several lines. */
const entryStart = /^(?=\d{4}-\d\d-\d\d )/m;

/**
 * The errors about the extension in VS Code's logs: in its own log every error, in the extension host's those that
 * name it.
 */
export async function complaints(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true });
  const found = names
    .filter((name) => name.endsWith('.log'))
    .map(async (name) => {
      const entries = (await readFile(join(folder, name), 'utf8')).split(entryStart);
      const isOwn = name.endsWith('Text Twin.log');
      return entries
        .filter(
          (entry) => entry.includes('[error]') && (isOwn || entry.includes('text-twin.text-twin')),
        )
        .map((entry) => `${name}: ${entry.trim()}`);
    });
  return (await Promise.all(found)).flat();
}
