/** The distinct tokens of a batch and their word vectors. */
export interface TokenTable {
  readonly size: number;
  /** Id of each place. */
  readonly ids: readonly number[];
  readonly placeOf: ReadonlyMap<number, number>;
  /** `[size, embedding]` */
  readonly vectors: Float32Array;
}

type Sequences = readonly (readonly number[])[];

/** Gathers the word vectors that a batch needs, each once. */
export function distinctTokens(
  sequences: Sequences,
  words: Float32Array,
  embedding: number,
): TokenTable {
  const placeOf = new Map<number, number>();
  for (const ids of sequences) {
    for (const id of ids) if (!placeOf.has(id)) placeOf.set(id, placeOf.size);
  }
  const ids = [...placeOf.keys()];
  const vectors = new Float32Array(ids.length * embedding);
  ids.forEach((id, place) => {
    vectors.set(words.subarray(id * embedding, (id + 1) * embedding), place * embedding);
  });
  return { size: ids.length, ids, placeOf, vectors };
}

/** Adds each text's mean word vector to the first columns of its row in `features`, rows `width` long. */
export function addWordMeans(
  features: Float32Array,
  width: number,
  sequences: Sequences,
  tokens: TokenTable,
  embedding: number,
): void {
  sequences.forEach((ids, row) => {
    const to = row * width;
    for (const id of ids) {
      const from = (tokens.placeOf.get(id) as number) * embedding;
      for (let j = 0; j < embedding; j++) {
        features[to + j] =
          (features[to + j] as number) + (tokens.vectors[from + j] as number) / ids.length;
      }
    }
  });
}

/** The way back of {@link addWordMeans}: adds each text's gradient to those of its tokens, by place. */
export function spreadWordMeans(
  dVectors: Float32Array,
  dFeatures: Float32Array,
  width: number,
  sequences: Sequences,
  tokens: TokenTable,
  embedding: number,
): void {
  sequences.forEach((ids, row) => {
    const from = row * width;
    for (const id of ids) {
      const to = (tokens.placeOf.get(id) as number) * embedding;
      for (let j = 0; j < embedding; j++) {
        dVectors[to + j] =
          (dVectors[to + j] as number) + (dFeatures[from + j] as number) / ids.length;
      }
    }
  });
}
