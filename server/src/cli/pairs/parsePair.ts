import type { TextPair } from '../../core/twins/finder';

/** What one line asks for, or what is wrong with it; `id` is echoed as it came. */
export type PairRequest =
  | { readonly id?: unknown; readonly pair: TextPair }
  | { readonly id?: unknown; readonly error: string };

/**
 * Reads one line of a pairs file.
 *
 * @returns undefined for a blank line.
 */
export function parsePair(line: Uint8Array): PairRequest | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(line);
  } catch {
    return { error: 'not valid UTF-8' };
  }
  if (text.trim() === '') return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { error: `not valid JSON (${(error as Error).message})` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { error: 'expected an object with "a" and "b"' };
  }
  const { id, a, b } = value as { id?: unknown; a?: unknown; b?: unknown };
  const echoed = id === undefined ? {} : { id };
  if (typeof a === 'string' && typeof b === 'string') return { ...echoed, pair: { a, b } };
  const missing = typeof a === 'string' ? '"b"' : '"a"';
  return { ...echoed, error: `${missing} is not a text` };
}
