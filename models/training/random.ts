import { hashOf } from '../../server/src/core/embeddings/hash';

/** A seeded generator of numbers in [0, 1): mulberry32 by Tommy Ettinger (public domain). */
export type Random = () => number;

/** A generator for one step of one run, so that a resumed run draws what the uninterrupted one would. */
export function randomFor(seed: number, step: number): Random {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) + Math.imul(step + 1, 0xc2b2ae35)) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number in [0, n). */
export function below(random: Random, n: number): number {
  return Math.floor(random() * n);
}

/** A stable hash of `text` in [0, 1), for splits that do not depend on file order (FNV-1a). */
export function fractionOf(text: string): number {
  const spread = hashOf(text);
  const hash = Math.imul(spread ^ (spread >>> 15), 0x2c1b3c6d);
  return (hash >>> 0) / 4294967296;
}
