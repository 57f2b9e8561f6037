import { normalise } from '../../../server/src/core/embeddings/words';
import type { Lexicon } from '../lexicon/lexicon';
import type { Random } from '../random';
import { oneOf, weightedOrder } from './choose';
import { edited, splitText } from './chunks';
import { accessors } from './flips/accessors';
import { conditions } from './flips/conditions';
import { entities } from './flips/entities';
import { exchanges } from './flips/exchanges';
import type { Flip } from './flips/flip';
import { negations } from './flips/negations';
import { numbers } from './flips/numbers';
import { opposites } from './flips/opposites';
import { quantities } from './flips/quantities';
import { units } from './flips/units';

/** The rarer a kind applies, the greater its weight, so that no kind outnumbers the rest by far. */
const KINDS: readonly { readonly kind: string; readonly flip: Flip; readonly weight: number }[] = [
  { kind: 'negation', flip: negations, weight: 3 },
  { kind: 'opposite', flip: opposites, weight: 4 },
  { kind: 'number', flip: numbers, weight: 4 },
  { kind: 'unit', flip: units, weight: 4 },
  { kind: 'accessor', flip: accessors, weight: 2 },
  { kind: 'condition', flip: conditions, weight: 2 },
  { kind: 'quantity', flip: quantities, weight: 4 },
  { kind: 'exchange', flip: exchanges, weight: 4 },
  { kind: 'entity', flip: entities, weight: 1.5 },
];

/** A text that differs in one fact, and which sort of fact. */
export interface Flipped {
  readonly text: string;
  readonly kind: string;
}

/**
 * Changes one fact of `text` and as few words as that takes: an imposite that reads like the original.
 *
 * @returns undefined where no fact is found that can be changed safely.
 */
export function flipFact(text: string, lexicon: Lexicon, random: Random): Flipped | undefined {
  const chunks = splitText(text);
  for (const { kind, flip } of weightedOrder(KINDS, random)) {
    const alternatives = flip(chunks, lexicon, random);
    if (alternatives.length === 0) continue;
    const flipped = edited(chunks, oneOf(alternatives, random));
    if (normalise(flipped) !== normalise(text)) return { text: flipped, kind };
  }
  return undefined;
}
