import * as crypto from 'node:crypto';
import { KEY_WORDS, type Keys } from '../../core/embeddings/cache/keys';

/** The keys of normalised texts: the first 128 bits of their SHA-256. */
export function keysOf(normals: readonly string[]): Keys {
  const keys = new Uint32Array(normals.length * KEY_WORDS);
  normals.forEach((normal, i) => {
    const digest = sha256(normal);
    for (let word = 0; word < KEY_WORDS; word++) keys[i * KEY_WORDS + word] = wordAt(digest, word);
  });
  return keys;
}

/** Put together byte by byte: the same key on every machine. */
function wordAt(digest: string, word: number): number {
  let value = 0;
  for (let byte = 3; byte >= 0; byte--) value = (value << 8) | digest.charCodeAt(4 * word + byte);
  return value;
}

/** In one call where Node has one (since 20.12): what is hashed is mostly shorter than the making of an object takes. */
const { hash } = crypto as { hash?: (algorithm: string, text: string, to: 'binary') => string };

/** A character for each byte: as buffers, 100,000 of them would be as many things for the collector to free. */
function sha256(text: string): string {
  return hash
    ? hash('sha256', text, 'binary')
    : crypto.createHash('sha256').update(text).digest('binary');
}
