/** How alike the texts at two positions of a list are; only the order of the values counts. */
export type Similarity = (i: number, j: number) => number;

/** A way of comparing texts: the encoder or a baseline. */
export interface Method {
  /** Column of the table. */
  readonly name: string;
  /** Prepares `texts` (all different) once, so that any two of them are compared quickly. */
  compare(texts: readonly string[]): Promise<Similarity> | Similarity;
}
