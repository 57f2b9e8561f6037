import type { Journey } from './journey';
import { goingAround, listing, scanning } from './journeys/commands';
import { compareAtOnce, compareInTurn, compareNothing } from './journeys/compare';
import { openWorkspace } from './journeys/openWorkspace';
import { typing } from './journeys/typing';
import { quietLogs, uninstall } from './journeys/uninstall';

export { runJourneys } from './runJourneys';
export { takePictures } from './takePictures';

/** All journeys, in the order they are gone; the last ones look at what the others left. */
export const journeys: readonly Journey[] = [
  openWorkspace,
  typing,
  compareInTurn,
  compareAtOnce,
  compareNothing,
  goingAround,
  listing,
  scanning,
  quietLogs,
  uninstall,
];
