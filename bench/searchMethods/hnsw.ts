import { createRequire } from 'node:module';

/** What is used of `hnswlib-node`. */
interface Hnsw {
  initIndex(capacity: number, m: number, efConstruction: number): void;
  addPoint(vector: readonly number[], id: number): void;
  setEf(ef: number): void;
  searchKnn(vector: readonly number[], count: number): { distances: number[]; neighbors: number[] };
}

/** Neighbours asked for: more than any passage has within the radius, but for a few. */
const NEAREST = 32;

/**
 * An approximate index in hnswlib's usual setting (M 16, ef 200 and 64); undefined where `hnswlib-node` is not
 * installed: its native code is compiled on installation.
 */
export function hnswIndex(
  vectors: Float32Array,
  width: number,
  count: number,
): ((wanted: Float32Array, radius: number) => number[]) | undefined {
  let HierarchicalNSW: new (space: 'l2', width: number) => Hnsw;
  try {
    const require = createRequire(`${process.cwd()}/package.json`);
    ({ HierarchicalNSW } = require('hnswlib-node'));
  } catch {
    return undefined;
  }
  const index = new HierarchicalNSW('l2', width);
  index.initIndex(count, 16, 200);
  for (let id = 0; id < count; id++) {
    index.addPoint([...vectors.subarray(id * width, (id + 1) * width)], id);
  }
  index.setEf(64);
  return (wanted, radius) => {
    const { distances, neighbors } = index.searchKnn([...wanted], NEAREST);
    return neighbors.filter((_, i) => (distances[i] as number) <= radius * radius);
  };
}
