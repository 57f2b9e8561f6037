import { accessors } from './accessors';
import { echo } from './echo';
import { examples } from './examples';
import type { GroupFilter } from './groupFilter';
import { inherited } from './inherited';
import { namesakes } from './namesakes';
import { nearDocumentation } from './nearDocumentation';
import { neighbours } from './neighbours';
import { oneFact } from './oneFact';
import { options } from './options';
import { overloads } from './overloads';
import { parallel } from './parallel';
import { sharedTag } from './sharedTag';
import { shortProse } from './shortProse';
import { stockStep } from './stockStep';
import { translation } from './translation';
import { variants } from './variants';

/** The filters of groups in the order in which they are asked; the first that relates two members names the reason. */
export const GROUP_FILTERS: readonly GroupFilter[] = [
  translation,
  overloads,
  accessors,
  inherited,
  namesakes,
  variants,
  sharedTag,
  parallel,
  examples,
  options,
  oneFact,
  neighbours,
  echo,
  stockStep,
  nearDocumentation,
  shortProse,
];
