import * as crypto from 'node:crypto';
import { KEY_WORDS, type Keys } from '../../core/embeddings/cache/keys';

/** The keys of normalised texts: the first 128 bits of their SHA-256. */
export function keysOf(normals: readonly string[]): Keys {
  const keys = new Uint32Array(normals.length * KEY_WORDS);
  normals.forEach((normal, i) => {
    const digest = sha256(normal);
    for (let word = 0; word < KEY_WORDS; word++) {
      // Read byte by byte: the same key on every machine.
      keys[i * KEY_WORDS + word] = digest.readUInt32LE(4 * word);
    }
  });
  return keys;
}

/** In one call where Node has one (since 20.12): what is hashed is mostly shorter than the making of an object takes. */
const { hash } = crypto as { hash?: (algorithm: string, text: string, to: 'buffer') => Buffer };

function sha256(text: string): Buffer {
  return hash ? hash('sha256', text, 'buffer') : crypto.createHash('sha256').update(text).digest();
}
