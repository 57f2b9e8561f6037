/** Keys of texts, one after the other, `KEY_WORDS` words each: 128 bits of the SHA-256 of the normalised text. */
export type Keys = Uint32Array;

export const KEY_WORDS = 4;

/** The keys at these places, in this order. */
export function selectKeys(keys: Keys, places: readonly number[]): Keys {
  const selected = new Uint32Array(places.length * KEY_WORDS);
  places.forEach((place, i) => {
    selected.set(keys.subarray(place * KEY_WORDS, (place + 1) * KEY_WORDS), i * KEY_WORDS);
  });
  return selected;
}
