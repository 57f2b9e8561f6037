/** Coordinates that are looked at before a vector is left: the search of version 0.1. */
const STEP = 8;

/** The ids of all vectors within a radius, each vector visited, and left as soon as it is too far. */
export function prunedScan(
  vectors: Float32Array,
  width: number,
  count: number,
  wanted: Float32Array,
  radius: number,
): number[] {
  const limit = radius * radius;
  const found: number[] = [];
  for (let id = 0, start = 0; id < count; id++, start += width) {
    let sum = 0;
    for (let i = 0; i < width && sum <= limit; ) {
      for (const end = i + STEP; i < end; i++) {
        const difference = (wanted[i] as number) - (vectors[start + i] as number);
        sum += difference * difference;
      }
    }
    if (sum <= limit) found.push(id);
  }
  return found;
}

/** The same, each vector looked at in full. */
export function bruteForce(
  vectors: Float32Array,
  width: number,
  count: number,
  wanted: Float32Array,
  radius: number,
): number[] {
  const found: number[] = [];
  for (let id = 0, start = 0; id < count; id++, start += width) {
    let sum = 0;
    for (let i = 0; i < width; i++) {
      const difference = (wanted[i] as number) - (vectors[start + i] as number);
      sum += difference * difference;
    }
    if (sum <= radius * radius) found.push(id);
  }
  return found;
}
