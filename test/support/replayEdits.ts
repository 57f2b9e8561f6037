import type { TwinFinder } from '../../server/src/core/twins/finder';
import { bagOfWordsFinder } from './bagOfWordsFinder';

/** A document as it is edited, and whether the finder settles before the next edit. */
export interface Edit {
  readonly path: string;
  readonly text: string;
  readonly settle: boolean;
}

/**
 * A finder after some edits, and a fresh one of the texts that these end with; both are settled.
 *
 * @param set sets a document of a finder.
 */
export async function replayEdits(
  edits: readonly Edit[],
  set: (finder: TwinFinder, path: string, text: string) => void,
) {
  const [finder, fresh] = [bagOfWordsFinder(), bagOfWordsFinder()];
  const files = new Map<string, string>();
  for (const { path, text, settle } of edits) {
    files.set(path, text);
    set(finder, path, text);
    if (settle) await finder.settle();
  }
  await finder.settle();
  for (const [path, text] of files) set(fresh, path, text);
  await fresh.settle();
  return { finder, fresh, paths: [...files.keys()] };
}
