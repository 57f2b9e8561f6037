import type { TwinSnapshot } from './keptTwins';
import type { TextIds } from './textIds';
import type { TwinLists } from './twinLists';

/**
 * All edges up to the energy `radius`, for a later run. Yields after each text; no text may come or go meanwhile.
 *
 * @param isConnected whether the twins of an id are known; the others are left out.
 */
export function* snapshotTwins(
  ids: TextIds,
  lists: TwinLists,
  radius: number,
  isConnected: (id: number) => boolean,
): Generator<void, TwinSnapshot> {
  const texts: string[] = [];
  const chosen: number[] = [];
  const places = new Int32Array(ids.limit).fill(-1);
  for (const [text, id] of ids.entries()) {
    if (!isConnected(id)) continue;
    places[id] = chosen.length;
    chosen.push(id);
    texts.push(text);
    yield;
  }
  const cut: number[] = [];
  const edges: number[] = [];
  for (const [place, id] of chosen.entries()) {
    let isWithin = lists.allOf(id) === undefined;
    for (const [other, energy] of lists.keptBy(id)) {
      if (energy > radius) isWithin = false;
      const otherPlace = places[other] as number;
      const isSaid = other < id && lists.keptBy(other).has(id);
      if (isSaid || energy > radius || otherPlace < 0) continue;
      edges.push(place, otherPlace, energy);
    }
    if (isWithin) cut.push(place);
    yield;
  }
  return { radius, texts, cut, edges };
}
