import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * How long nothing may have called for it again, in ms: V8 gives up room for new objects where little was made in the last
 * five seconds. By then somebody who waited for the index works with it, and the next pause is theirs.
 */
const QUIET = 6000;

/** V8's own function. `minor`: new objects alone, a millisecond. */
type Collect = (options?: { readonly type: 'minor' }) => void;

let collect: Collect | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let isAfterMuch = false;

/**
 * Gives back, in a quiet moment, what work has left behind: V8 collects when it needs room, which an idle server never
 * does. After much work it holds twice what it uses, and all of it is collected, a few tenths of a second for 200 MB. After
 * little there is room for new objects, 32 MB, which takes a millisecond.
 */
export function giveBackMemory(after: 'much' | 'little'): void {
  isAfterMuch ||= after === 'much';
  clearTimeout(timer);
  timer = setTimeout(() => {
    // First of all: what is moved together needs room of its own meanwhile.
    collector()({ type: 'minor' });
    if (isAfterMuch) compact();
    isAfterMuch = false;
  }, QUIET);
  timer.unref();
}

/** Collects all garbage at once, and moves what is left together: pages that are half empty are half of what V8 holds. */
function compact(): void {
  setFlagsFromString('--compact-on-every-full-gc');
  collectGarbage();
  setFlagsFromString('--no-compact-on-every-full-gc');
}

/** Collects all garbage at once, also where Node was started without `--expose-gc`. */
export function collectGarbage(): void {
  collector()();
}

function collector(): Collect {
  if (!collect) {
    // V8's own extension; contexts that are made after the flag have it.
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as Collect;
  }
  return collect;
}
