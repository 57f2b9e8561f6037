import { PAD } from './tokenizer';

/** Token sequences padded at the end to one length, time-major: entry (t, row) is at `t · size + row`. */
export interface TokenBatch {
  readonly size: number;
  readonly steps: number;
  readonly ids: Int32Array;
  /** The same sequences back to front, again padded at the end: what the backward direction reads. */
  readonly reversedIds: Int32Array;
  /** Real steps of each sequence, at least 1. */
  readonly lengths: Float32Array;
}

/** The indices of sequences, shortest first: neighbours in this order make batches with little padding. */
export function orderByLength(sequences: readonly { readonly length: number }[]): number[] {
  const lengthAt = (index: number) => sequences[index]?.length ?? 0;
  return sequences.map((_, index) => index).sort((i, j) => lengthAt(i) - lengthAt(j));
}

/** Packs sequences, each of at least one id. */
export function batchTokens(sequences: readonly (readonly number[])[]): TokenBatch {
  const size = sequences.length;
  const steps = sequences.reduce((longest, ids) => Math.max(longest, ids.length), 1);
  const ids = new Int32Array(steps * size).fill(PAD);
  const reversedIds = new Int32Array(steps * size).fill(PAD);
  sequences.forEach((sequence, row) => {
    sequence.forEach((id, t) => {
      ids[t * size + row] = id;
      reversedIds[(sequence.length - 1 - t) * size + row] = id;
    });
  });
  return { size, steps, ids, reversedIds, lengths: Float32Array.from(sequences, (s) => s.length) };
}
