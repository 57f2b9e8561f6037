import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CachedEncoder } from '../../../server/src/core/embeddings/cache/cachedEncoder';
import { FolderStore, type FolderStoreOptions } from '../../../server/src/node/cache/folderStore';
import { keysOf } from '../../../server/src/node/cache/keysOf';
import { BagOfWordsEncoder } from '../../support/bagOfWordsEncoder';

/** A store of a folder for the embeddings of an encoder. Warnings fail the test unless it takes them. */
export function openStore(
  folder: string,
  options: Partial<FolderStoreOptions> = {},
): Promise<FolderStore> {
  const warn = (message: string) => {
    throw new Error(message);
  };
  return FolderStore.open({ folder, origin: new BagOfWordsEncoder(), warn, ...options });
}

/** Texts of which none equals another once normalised. */
export function makeTexts(count: number, subject = 'list'): string[] {
  const words = (n: number): string =>
    n.toString(26).replaceAll(/\d/g, (d) => 'qrstuvwxyz'[Number(d)] ?? '');
  return Array.from(
    { length: count },
    (_, i) => `Opens the ${subject} of ${words(i)} and reads it.`,
  );
}

/** Embeds texts with a store in between. @returns how many the encoder itself was asked for. */
export async function embedThrough(
  folder: string,
  texts: readonly string[],
  options: Partial<FolderStoreOptions> = {},
): Promise<{ readonly embedded: number; readonly embeddings: readonly Float32Array[] }> {
  const plain = new BagOfWordsEncoder();
  const encoder = new CachedEncoder(plain, await openStore(folder, options), keysOf);
  const embeddings = await encoder.encode(texts);
  await encoder.dispose();
  return { embedded: plain.embedded.length, embeddings };
}

/** Embeddings as one text, bit by bit: quick to compare. */
export function bytesOf(embeddings: readonly Float32Array[]): string {
  const bytes = embeddings.map(({ buffer, byteOffset, byteLength }) =>
    Buffer.from(buffer, byteOffset, byteLength),
  );
  return Buffer.concat(bytes).toString('base64');
}

/** The absolute paths of a folder's files, sorted. */
export async function filesIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).sort().map((name) => join(folder, name));
}
