import type { Journey } from './journey';
import { keyboardOnly, reachingCommands } from './journeys/accessibility';
import { goingAround, listing, scanning, sideBySide } from './journeys/commands';
import {
  compareAtOnce,
  compareClipboard,
  compareFacts,
  compareInTurn,
  compareNothing,
} from './journeys/compare';
import { eachSetting } from './journeys/eachSetting';
import { extensionPage } from './journeys/extensionPage';
import { deleting, renaming } from './journeys/files';
import { multiRoot, restricted } from './journeys/folders';
import { ignoring } from './journeys/ignoring';
import { configured, untitled, writingMarkdown } from './journeys/kinds';
import { largeWorkspace } from './journeys/largeWorkspace';
import { disabling, serverKilled, tracing } from './journeys/lifecycle';
import { notebooks } from './journeys/notebook';
import { openWorkspace } from './journeys/openWorkspace';
import { accessibleReport } from './journeys/report';
import { sensitivity } from './journeys/sensitivity';
import { teamSettings, tooLarge, whenToRun } from './journeys/settings';
import { copiedComment, explaining, leavingOut } from './journeys/silencing';
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
  teamSettings,
  largeWorkspace,
  openWorkspace,
  typing,
  deleting,
  renaming,
  sensitivity,
  eachSetting,
  whenToRun,
  tooLarge,
  ignoring,
  leavingOut,
  explaining,
  copiedComment,
  compareInTurn,
  compareAtOnce,
  compareClipboard,
  compareFacts,
  compareNothing,
  goingAround,
  sideBySide,
  listing,
  scanning,
  keyboardOnly,
  reachingCommands,
  extensionPage,
  accessibleReport,
  untitled,
  writingMarkdown,
  configured,
  notebooks,
  tracing,
  quietLogs,
  serverKilled,
  disabling,
  uninstall,
];
