/** Spearman on a set as its authors or others published it: cosine of embeddings, not measured here. */
export interface PublishedFigures {
  readonly set: string;
  readonly figures: Readonly<Record<string, number>>;
}

/**
 * Larger encoders that were trained for sentence similarity.
 *
 * InferSent (GloVe), USE and SBERT-NLI-base: Reimers and Gurevych 2019, "Sentence-BERT", table 1.
 * all-MiniLM-L6-v2 (22.7 M parameters): its results in MTEB.
 */
export const PUBLISHED: readonly PublishedFigures[] = [
  {
    set: 'stsb-test',
    figures: { InferSent: 0.68, USE: 0.749, 'SBERT-NLI-base': 0.77, 'all-MiniLM-L6-v2': 0.82 },
  },
  {
    set: 'sick-test',
    figures: { InferSent: 0.657, USE: 0.767, 'SBERT-NLI-base': 0.729, 'all-MiniLM-L6-v2': 0.776 },
  },
];
