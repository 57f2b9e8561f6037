import type { Policy } from './policy';
import type { PlacedPassage } from './twin';

/** A passage that may be reported, with the key of its text and the rules of its document. */
export interface PlacedText {
  readonly passage: PlacedPassage;
  /** Normalised text. */
  readonly normal: string;
  readonly policy: Policy;
}

/** By URI, then position: the order of everything that is reported. */
export function byPlace(x: PlacedPassage, y: PlacedPassage): number {
  if (x.uri !== y.uri) return x.uri < y.uri ? -1 : 1;
  return x.start.line - y.start.line || x.start.character - y.start.character;
}
