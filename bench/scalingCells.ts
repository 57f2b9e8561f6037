/** Vectors of one length, one after the other. */
export interface Vectors {
  readonly values: Float32Array;
  readonly dimensions: number;
}

/** Vectors dealt out to the nearest of some centres, as the inverted file of a vector engine does. */
export interface Cells {
  readonly centres: Vectors;
  /** The vectors of each cell. */
  readonly members: readonly (readonly number[])[];
  /** The distance of each cell's farthest member from its centre. */
  readonly radii: readonly number[];
}

/** Rounds of Lloyd's algorithm: more move the centres by little. */
const ROUNDS = 6;

export function countOf({ values, dimensions }: Vectors): number {
  return values.length / dimensions;
}

/** Euclidean distance of vector `i` of one list and vector `j` of another. */
export function distance(a: Vectors, i: number, b: Vectors, j: number): number {
  const { dimensions } = a;
  let squares = 0;
  for (let k = 0; k < dimensions; k++) {
    const difference =
      (a.values[i * dimensions + k] as number) - (b.values[j * dimensions + k] as number);
    squares += difference * difference;
  }
  return Math.sqrt(squares);
}

/** The vectors at these places. */
export function pick({ values, dimensions }: Vectors, places: readonly number[]): Vectors {
  const picked = new Float32Array(places.length * dimensions);
  places.forEach((place, at) => {
    picked.set(values.subarray(place * dimensions, (place + 1) * dimensions), at * dimensions);
  });
  return { values: picked, dimensions };
}

/** Clusters vectors (k-means), starting from evenly spaced ones: the same cells each time. */
export function makeCells(vectors: Vectors, cells: number): Cells {
  const count = countOf(vectors);
  const spaced = Array.from({ length: cells }, (_, i) => Math.floor((i * count) / cells));
  let centres = pick(vectors, spaced);
  let members = deal(vectors, centres);
  for (let round = 0; round < ROUNDS; round++) {
    centres = meansOf(vectors, members, centres);
    members = deal(vectors, centres);
  }
  const radii = members.map((cell, c) =>
    cell.reduce((radius, i) => Math.max(radius, distance(vectors, i, centres, c)), 0),
  );
  return { centres, members, radii };
}

/** The cells by the distance of their centres from a vector, nearest first. */
export function cellsByDistance(
  { centres }: Cells,
  vectors: Vectors,
  i: number,
): { readonly cell: number; readonly away: number }[] {
  return Array.from({ length: countOf(centres) }, (_, cell) => ({
    cell,
    away: distance(vectors, i, centres, cell),
  })).sort((a, b) => a.away - b.away);
}

function deal(vectors: Vectors, centres: Vectors): number[][] {
  const members: number[][] = Array.from({ length: countOf(centres) }, () => []);
  for (let i = 0; i < countOf(vectors); i++) {
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let c = 0; c < members.length; c++) {
      const away = distance(vectors, i, centres, c);
      if (away < least) [best, least] = [c, away];
    }
    members[best]?.push(i);
  }
  return members;
}

function meansOf(vectors: Vectors, members: readonly (readonly number[])[], old: Vectors): Vectors {
  const { dimensions } = vectors;
  const values = old.values.slice();
  members.forEach((cell, c) => {
    if (cell.length === 0) return;
    const mean = values.subarray(c * dimensions, (c + 1) * dimensions).fill(0);
    for (const i of cell) {
      for (let k = 0; k < dimensions; k++) {
        mean[k] =
          (mean[k] as number) + (vectors.values[i * dimensions + k] as number) / cell.length;
      }
    }
  });
  return { values, dimensions };
}
