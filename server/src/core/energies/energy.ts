/** The distances that may serve as energy; the manifest says which one the model was trained for. */
export type EnergyName = 'euclidean' | 'manhattan' | 'cosine';

/** E(a, b) ≥ 0: small for texts that mean the same, 0 for equal embeddings. */
export type Energy = (a: Float32Array, b: Float32Array) => number;

/** ‖a − b‖₂. Between unit vectors it lies in [0, 2] and 1 means an angle of 60°. */
function euclidean(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] as number) - (b[i] as number);
    sum += difference * difference;
  }
  return Math.sqrt(sum);
}

/** ‖a − b‖₁, the distance of MaLSTM (Mueller and Thyagarajan 2016). */
function manhattan(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs((a[i] as number) - (b[i] as number));
  return sum;
}

/** 1 − cos(a, b), in [0, 2]; 1 when either is the zero vector. */
function cosine(a: Float32Array, b: Float32Array): number {
  let dot = 0;
  let squaredA = 0;
  let squaredB = 0;
  for (let i = 0; i < a.length; i++) {
    const x = a[i] as number;
    const y = b[i] as number;
    dot += x * y;
    squaredA += x * x;
    squaredB += y * y;
  }
  const norm = Math.sqrt(squaredA * squaredB);
  return norm === 0 ? 1 : Math.max(0, 1 - dot / norm);
}

/**
 * E at which an imposite pair stops costing in training. All three are an angle of 60° between unit vectors (for the
 * Manhattan distance on average, in 128 dimensions).
 */
export const MARGINS: Readonly<Record<EnergyName, number>> = {
  euclidean: 1,
  manhattan: 9,
  cosine: 0.5,
};

/** The largest energy that two unit vectors of `dimensions` can have. */
export function largestEnergy(energy: EnergyName, dimensions: number): number {
  return energy === 'manhattan' ? 2 * Math.sqrt(dimensions) : 2;
}

export const energies: Readonly<Record<EnergyName, Energy>> = { euclidean, manhattan, cosine };

export function isEnergyName(value: unknown): value is EnergyName {
  return typeof value === 'string' && Object.hasOwn(energies, value);
}
