import { setTimeout } from 'node:timers/promises';

/**
 * How long something may take, in ms. Two busy cores may need it; a failure does not hide behind it.
 * `TEXT_TWIN_PATIENCE` sets another.
 */
export const patience = Number(process.env.TEXT_TWIN_PATIENCE ?? 180_000);

/** How often is looked, in ms. */
const pause = 50;

/**
 * Looks again and again until `look` finds something that `accept` takes, and returns it.
 *
 * @throws Error that says what was awaited and what was seen last.
 */
export async function until<T>(
  what: string,
  look: () => Promise<T>,
  accept: (seen: T) => boolean,
  limit = patience,
): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const seen = await look();
    if (accept(seen)) return seen;
    if (Date.now() > end) {
      throw new Error(`Not within ${limit / 1000} s: ${what}. Last seen: ${JSON.stringify(seen)}`);
    }
    await setTimeout(pause);
  }
}
