/**
 * Similarity as a function of energy: straight lines between knots, fitted on held-out pairs.
 *
 * `energy` rises strictly from 0; `similarity` falls strictly from 1 and stays above 0 until its last knot.
 */
export interface CalibrationTable {
  readonly energy: readonly number[];
  readonly similarity: readonly number[];
}

/** Converts energies to similarities and back. Strictly monotone, so both orders rank pairs alike. */
export class Calibration {
  readonly #energy: readonly number[];
  readonly #similarity: readonly number[];

  /** @throws Error when the table is not a falling curve from (0, 1) to (…, 0). */
  constructor(table: CalibrationTable) {
    const { energy, similarity } = table;
    const rises = energy.every(
      (e, i) => Number.isFinite(e) && (i === 0 || e > (energy[i - 1] ?? 0)),
    );
    const falls = similarity.every((s, i) => i === 0 || s < (similarity[i - 1] ?? 0));
    const anchored = energy[0] === 0 && similarity[0] === 1 && similarity.at(-1) === 0;
    if (energy.length < 2 || energy.length !== similarity.length || !rises || !falls || !anchored) {
      throw new Error(
        'the calibration must fall strictly from similarity 1 at energy 0 to similarity 0',
      );
    }
    this.#energy = energy;
    this.#similarity = similarity;
  }

  /** In [0, 1]; 1 at energy 0, 0 at and beyond the last knot. */
  similarityAt(energy: number): number {
    return interpolate(energy, this.#energy, this.#similarity, (a, b) => a < b);
  }

  /** The energy at which the similarity is `similarity`: the search radius for a threshold. */
  energyAt(similarity: number): number {
    return interpolate(similarity, this.#similarity, this.#energy, (a, b) => a > b);
  }
}

/** The value at `x` on the line through (`xs`, `ys`), clamped at both ends. `before` orders the xs. */
function interpolate(
  x: number,
  xs: readonly number[],
  ys: readonly number[],
  before: (a: number, b: number) => boolean,
): number {
  const next = xs.findIndex((knot) => before(x, knot));
  if (next === 0) return ys[0] as number;
  if (next < 0) return ys.at(-1) as number;
  const x0 = xs[next - 1] as number;
  const x1 = xs[next] as number;
  const y0 = ys[next - 1] as number;
  const y1 = ys[next] as number;
  return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
}
