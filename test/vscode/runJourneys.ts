import { join } from 'node:path';
import type { Journey } from './journey';
import { type Setting, Windows } from './windows';

/** How the journeys ended. `again`: passed, but at the second go. */
interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  again: number;
  /** The first line of what went wrong, by journey. */
  readonly failures: Map<string, string>;
}

/** Goes the journeys one after the other, those that are not alone in one window. */
export async function runJourneys(journeys: readonly Journey[], setting: Setting): Promise<Counts> {
  const { goes = 2, tell } = setting;
  const counts: Counts = { passed: 0, failed: 0, skipped: 0, again: 0, failures: new Map() };
  const windows = new Windows(journeys, setting);
  try {
    for (const journey of journeys) {
      const start = performance.now();
      let failure = await go(journey, windows, setting);
      if (failure !== undefined && goes > 1) {
        // A shared machine can starve an editor; what fails twice is broken.
        tell(`again   ${journey.name}, which failed:\n${failure}`);
        failure = await go(journey, windows, setting);
        if (failure === undefined) counts.again++;
      }
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      counts[failure === undefined ? 'passed' : 'failed']++;
      tell(`${failure === undefined ? 'ok    ' : 'FAILED'} ${seconds} s  ${journey.name}`);
      if (failure === undefined) continue;
      counts.failures.set(journey.name, failure.split('\n')[0] ?? '');
      tell(failure);
    }
  } finally {
    await windows.close();
  }
  return counts;
}

/** Goes one journey. Returns what went wrong; no other journey sees a window in which something did. */
async function go(
  journey: Journey,
  windows: Windows,
  { pictures }: Setting,
): Promise<string | undefined> {
  const picture = join(pictures, `${journey.name.replace(/\W+/g, '-')}.png`);
  try {
    const stage = await windows.stageFor(journey);
    await journey.run(stage);
    return undefined;
  } catch (error) {
    const taken = await windows.discard(picture);
    return `${error instanceof Error ? error.stack : error}\n${taken ? `Picture: ${picture}` : ''}`;
  }
}
