import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, mkdir, readdir, realpath, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { normalise } from '../server/src/core/embeddings/words';
import { extractPassages } from '../server/src/core/passages/extract';
import { createFinder } from '../server/src/node/encoder/createFinder';
import { decodeText } from '../server/src/node/files/decodeText';
import { nodeFileSystem } from '../server/src/node/files/fileSystem';
import { readSources } from '../test/precision/sources';

/** Prose of packages: real, of many hands, and there wherever the benchmark can be built. */
const PACKAGE_FILES: Readonly<Record<string, string>> = {
  '.d.ts': 'typescript',
  '.js': 'javascript',
  '.md': 'markdown',
};
/** Bytes; larger files of packages are bundles. */
const LARGEST = 500_000;

/**
 * The distinct passages of repositories and their embeddings, in a folder as `readPassages` wants it, kept under
 * `.cache` for the next run. Our own repository alone has few: what its packages say is added to it.
 *
 * @param root this repository, built; @param folders absolute
 */
export async function collectPassages(root: string, folders: readonly string[]): Promise<string> {
  const texts = new Set<string>();
  for (const folder of folders) {
    const { sources } = await readSources(await realpath(folder));
    for (const { text, languageId, path: name } of sources) add(texts, text, languageId, name);
  }
  if (folders.every((folder) => folder === root)) await addPackages(texts, root);
  // In an order that has nothing to do with what they say: the first n are a fair draw, for any n.
  const all = [...texts].map((text) => [digestOf(text), text] as const);
  const drawn = all.sort(([x], [y]) => (x < y ? -1 : 1)).map(([, text]) => text);
  const finder = await createFinder();
  try {
    const key = createHash('sha256').update(finder.model.sha256).update(drawn.join('\n'));
    const folder = path.join(root, '.cache', 'bench', key.digest('hex').slice(0, 16));
    if (!(await exists(folder))) {
      await writePassages(folder, drawn, (some) => finder.encoder.encode(some));
    }
    return folder;
  } finally {
    await finder.dispose();
  }
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

function add(texts: Set<string>, source: string, languageId: string, name: string): void {
  for (const { text } of extractPassages(source, languageId, { path: name }).passages) {
    const normal = normalise(text);
    if (normal !== '') texts.add(normal);
  }
}

async function addPackages(texts: Set<string>, root: string): Promise<void> {
  const folder = path.join(root, 'node_modules');
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  for (const name of names.sort()) {
    const ending = Object.keys(PACKAGE_FILES).find((some) => name.endsWith(some));
    if (ending === undefined || name.endsWith('.min.js')) continue;
    const bytes = await nodeFileSystem.read(path.join(folder, name)).catch(() => undefined);
    if (!bytes || bytes.length > LARGEST) continue;
    const decoded = decodeText(bytes);
    if ('text' in decoded) add(texts, decoded.text, PACKAGE_FILES[ending] as string, name);
  }
}

/** Whole or not at all: a run that was broken off leaves nothing that the next one would take for finished. */
async function writePassages(
  folder: string,
  texts: readonly string[],
  encode: (texts: readonly string[]) => Promise<readonly Float32Array[]>,
): Promise<void> {
  const made = `${folder}.${process.pid}`;
  await mkdir(made, { recursive: true });
  await writeFile(
    path.join(made, 'texts.jsonl'),
    texts.map((text) => JSON.stringify(text)).join('\n'),
  );
  const file = createWriteStream(path.join(made, 'vectors.f32'));
  const closed = new Promise<void>((resolve, reject) => {
    file.on('close', resolve);
    file.on('error', reject);
  });
  for (let start = 0; start < texts.length; start += 4096) {
    for (const vector of await encode(texts.slice(start, start + 4096))) {
      file.write(new Uint8Array(Float32Array.from(vector).buffer));
    }
  }
  file.end();
  await closed;
  await rename(made, folder);
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
