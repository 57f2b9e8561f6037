import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { normalise } from '../server/src/core/embeddings/words';
import { extractPassages } from '../server/src/core/passages/extract';
import { languageOf } from '../server/src/core/passages/languages';

/** Folders of this repository whose comments and prose are the texts that encoders are timed on. */
const FOLDERS = ['client/src', 'server/src', 'models/training', 'models/evaluation', 'test'];

/** The distinct passages of our own sources and of the sample workspace, in the order of their files. */
export async function collectTexts(root: string): Promise<string[]> {
  const texts = new Map<string, string>();
  for (const folder of FOLDERS) {
    const names = await readdir(path.join(root, folder), { recursive: true });
    for (const name of names.sort()) {
      const language = languageOf(name);
      if (!language) continue;
      const source = await readFile(path.join(root, folder, name), 'utf8');
      for (const { text } of extractPassages(source, language).passages) {
        texts.set(normalise(text), text);
      }
    }
  }
  return [...texts.values()];
}
