import type { Kin, PlacedText } from '../placed/placedText';
import type { Judgement } from './judgement';

/** Groups as an earlier run judged them: the numbers of their members, in order, and the judgement. */
export type JudgementSnapshot = readonly (readonly [
  members: readonly (number | string)[],
  judgement: Judgement,
])[];

/**
 * What an earlier run judged. Its passages are known by numbers; a group of passages that all have one, and the same
 * kin, is judged as it was.
 */
export class KeptJudgements {
  readonly #judgements = new Map<string, Judgement>();

  /** Reads a snapshot. Yields after each judgement. */
  static *read(snapshot: JudgementSnapshot): Generator<void, KeptJudgements> {
    const kept = new KeptJudgements();
    for (const [members, judgement] of snapshot) {
      kept.#judgements.set(members.join(), judgement);
      yield;
    }
    return kept;
  }

  /** The judgement on a group, the first time that it is asked for. */
  take(found: readonly PlacedText[], kin: Kin): Judgement | undefined {
    if (this.#judgements.size === 0) return undefined;
    const key = membersOf(found, kin, ({ kept }) => kept)?.join();
    const judgement = key === undefined ? undefined : this.#judgements.get(key);
    if (judgement) this.#judgements.delete(key as string);
    return judgement;
  }
}

/** All that a judgement on passages of known numbers follows from; undefined where one has none. */
export function membersOf(
  found: readonly PlacedText[],
  kin: Kin,
  numberOf: (item: PlacedText) => number | undefined,
): (number | string)[] | undefined {
  const members: (number | string)[] = [];
  for (const item of found) {
    const number = numberOf(item);
    if (number === undefined) return undefined;
    members.push(number);
    const { uri } = item.passage;
    const [family, copies] = [kin.pages.get(uri), kin.copies.get(uri)];
    if (family !== undefined) members.push(family);
    if (copies !== undefined) members.push(`copies ${copies}`);
  }
  if (kin.hasLookalikes) members.push('lookalikes');
  return members;
}
