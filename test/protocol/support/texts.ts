/** A sentence that protocol tests put in several places. */
export const retry = 'The client retries a failed request three times before it gives up.';

/** A paraphrase of `retry` for the fake finder: similarity 9 / 15 = 0.6. */
export const retryReworded =
  'The client retries a failed request three times, then it stops trying.';

/** A sentence that is like no other. */
export const other = 'Colours are stored as six hexadecimal digits without any leading hash sign.';
