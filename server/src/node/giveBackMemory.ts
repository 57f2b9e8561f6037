import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How long nothing may have called for it again, in ms: indexing has ended then, and nobody waits yet. */
const QUIET = 250;
/** Pages that one collection empties are returned to the system by the next. */
const ROUNDS = 2;

let collect: (() => void) | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Gives back, soon, what much work has left behind: V8 collects when it needs room, which an idle server never does, and
 * holds a third more than it uses until then. It takes about a tenth of a second for 200 MB; so it waits for a pause.
 */
export function giveBackMemory(): void {
  clearTimeout(timer);
  collectIn(ROUNDS);
}

function collectIn(rounds: number): void {
  timer = setTimeout(() => {
    collectGarbage();
    if (rounds > 1) collectIn(rounds - 1);
  }, QUIET);
  timer.unref();
}

/** Collects all garbage at once, also where Node was started without `--expose-gc`. */
export function collectGarbage(): void {
  if (!collect) {
    // V8's own extension; contexts that are made after the flag have it.
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
}
