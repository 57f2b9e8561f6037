import { orderByMeaning } from '../meaningOrder';
import { PackedTexts } from '../packedTexts';
import { below, type Random } from '../random';
import type { Teacher } from '../teacher';

/** Neighbours drawn together, so that soft targets are not all "unrelated". */
const RUN = 8;

/** Texts without labels, ordered so that neighbours are near in meaning. */
export interface TextPool {
  readonly weight: number;
  readonly texts: PackedTexts;
}

export function toTextPool(
  texts: readonly string[],
  weight: number,
  teacher: Teacher | undefined,
  random: Random,
): TextPool {
  if (!teacher) return { weight, texts: new PackedTexts(texts) };
  const order = orderByMeaning(texts, teacher, random);
  return { weight, texts: new PackedTexts(Array.from(order, (i) => texts[i] as string)) };
}

/** Draws `count` texts in runs of neighbours. */
export function drawTexts(pool: TextPool, count: number, random: Random): string[] {
  const drawn: string[] = [];
  while (drawn.length < count) {
    const start = below(random, pool.texts.length);
    for (let i = 0; i < RUN && drawn.length < count; i++) {
      drawn.push(pool.texts.at((start + i) % pool.texts.length));
    }
  }
  return drawn;
}
