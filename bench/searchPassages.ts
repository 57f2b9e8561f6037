import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Distinct passages and their embeddings. */
export interface Passages {
  /** Normalised. */
  readonly texts: readonly string[];
  readonly width: number;
  /** `[texts × width]`, unit vectors. */
  readonly vectors: Float32Array;
  /** How many of them are real; the others were made by `withMade`. */
  readonly real: number;
}

/**
 * Reads embeddings of real passages, made beforehand from any repositories.
 *
 * @param folder holds `texts.jsonl`, a normalised text a line, and `vectors.f32`, their embeddings in that order.
 */
export function readPassages(folder: string, width = 128): Passages {
  const bytes = readFileSync(path.join(folder, 'vectors.f32'));
  const vectors = new Float32Array(new Uint8Array(bytes).buffer);
  const lines = readFileSync(path.join(folder, 'texts.jsonl'), 'utf8').split('\n').filter(Boolean);
  const texts = lines.map((line) => JSON.parse(line) as string);
  return { texts, width, vectors, real: texts.length };
}

/** At least so many passages: copies of the real ones, each moved, and with its number behind its words. */
export function withMade(passages: Passages, least: number): Passages {
  const { texts, real, width } = passages;
  if (texts.length >= least) return passages;
  const made = Array.from(
    { length: least - real },
    (_, i) => `${texts[i % real]} copy ${1 + Math.floor(i / real)}`,
  );
  return { texts: [...texts, ...made], vectors: multiplied(passages, least), width, real };
}

/** Passages in any number: real ones first, then copies of them, each moved a little in a direction of its own. */
export function multiplied({ width, vectors }: Passages, count: number): Float32Array {
  const all = new Float32Array(count * width);
  const real = vectors.length / width;
  let state = 1;
  for (let id = 0; id < count; id++) {
    const source = (id % real) * width;
    const shift = id < real ? 0 : 0.08;
    let norm = 0;
    for (let i = 0; i < width; i++) {
      state = (Math.imul(state, 1664525) + 1013904223) | 0;
      const value = (vectors[source + i] as number) + shift * (state / 2 ** 31);
      all[id * width + i] = value;
      norm += value * value;
    }
    for (let i = 0; i < width; i++) {
      all[id * width + i] = (all[id * width + i] as number) / Math.sqrt(norm);
    }
  }
  return all;
}
