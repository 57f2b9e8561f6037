import type { Journey } from './journey';
import { accessibleReport, keyboardOnly } from './journeys/accessibility';
import { goingAround, listing, scanning } from './journeys/commands';
import { compareAtOnce, compareFacts, compareInTurn, compareNothing } from './journeys/compare';
import { deleting, renaming } from './journeys/files';
import { multiRoot, restricted } from './journeys/folders';
import { ignoring } from './journeys/ignoring';
import { untitled, writingMarkdown } from './journeys/kinds';
import { largeWorkspace } from './journeys/largeWorkspace';
import { disabling, serverKilled, tracing } from './journeys/lifecycle';
import { notebooks } from './journeys/notebook';
import { openWorkspace } from './journeys/openWorkspace';
import { sensitivity } from './journeys/sensitivity';
import { typing } from './journeys/typing';
import { quietLogs, uninstall } from './journeys/uninstall';

export { mutations } from './mutations';
export { runJourneys } from './runJourneys';
export { takePictures } from './takePictures';

/**
 * All journeys, in the order they are gone: those that are alone, then those that share a window, the last of which
 * look at what the others left.
 */
export const journeys: readonly Journey[] = [
  restricted,
  multiRoot,
  largeWorkspace,
  openWorkspace,
  typing,
  deleting,
  renaming,
  sensitivity,
  ignoring,
  compareInTurn,
  compareAtOnce,
  compareFacts,
  compareNothing,
  goingAround,
  listing,
  scanning,
  keyboardOnly,
  accessibleReport,
  untitled,
  writingMarkdown,
  notebooks,
  tracing,
  quietLogs,
  serverKilled,
  disabling,
  uninstall,
];
