/** How alike the texts at two positions of a list are; only the order of the values counts. */
export type Similarity = (i: number, j: number) => number;

/** A way of comparing texts: the encoder or a baseline. */
export interface Method {
  /** Column of the table. */
  readonly name: string;
  /** A part of what is measured and not its rival: never the best baseline. */
  readonly isPart?: true;
  /**
   * Prepares `texts` (all different) once, so that any two of them are compared quickly.
   *
   * @param wanted the pairs that will be asked for, by position, where these are few.
   */
  compare(
    texts: readonly string[],
    wanted?: readonly (readonly [i: number, j: number])[],
  ): Promise<Similarity> | Similarity;
}
