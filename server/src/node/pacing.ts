import { pauseBy } from '../core/timeSlice';

/**
 * Turns of the event loop that a request takes: one to be read, one to be handed to who answers it, one to be written.
 * With fewer in a pause, work goes on between them.
 */
const TURNS = 3;

/** Pauses of long work end as soon as what came in meanwhile was seen to, where a timer would wait for a millisecond. */
export function paceByEvents(): void {
  pauseBy(async () => {
    for (let turn = 0; turn < TURNS; turn++) await new Promise((resolve) => setImmediate(resolve));
  });
}
