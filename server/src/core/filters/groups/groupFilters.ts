import { accessors } from './accessors';
import { examples } from './examples';
import type { GroupFilter } from './groupFilter';
import { inherited } from './inherited';
import { oneFact } from './oneFact';
import { options } from './options';
import { overloads } from './overloads';
import { parallel } from './parallel';
import { sharedTag } from './sharedTag';
import { translation } from './translation';

/** The filters of groups in the order in which they are asked; the first that relates two members names the reason. */
export const GROUP_FILTERS: readonly GroupFilter[] = [
  translation,
  overloads,
  accessors,
  inherited,
  sharedTag,
  parallel,
  examples,
  options,
  oneFact,
];
