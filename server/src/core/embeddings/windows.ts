/**
 * More windows than this add cost, not meaning: the rest of the text is left out.
 * With windows of 64 tokens that is about 400 words.
 */
export const MAX_WINDOWS = 8;

/** Cuts a token sequence into windows of at most `size` tokens; a text of up to `size` tokens is one window. */
export function cutWindows(ids: readonly number[], size: number): number[][] {
  const windows: number[][] = [];
  for (let start = 0; start < ids.length; start += size)
    windows.push(ids.slice(start, start + size));
  return windows;
}

/** The mean of a text's windows, weighted by their lengths, scaled to unit length. */
export function joinWindows(
  embeddings: readonly Float32Array[],
  lengths: readonly number[],
): Float32Array {
  const [first] = embeddings;
  if (first && embeddings.length === 1) return first;
  const joined = new Float32Array(first?.length ?? 0);
  embeddings.forEach((embedding, i) => {
    const weight = lengths[i] as number;
    embedding.forEach((value, j) => {
      joined[j] = (joined[j] as number) + weight * value;
    });
  });
  const norm = Math.hypot(...joined) || 1;
  return joined.map((value) => value / norm);
}
