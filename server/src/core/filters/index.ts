import { commentedOutCode } from './commentedOutCode';
import { directive } from './directive';
import type { Filter } from './filter';
import { generated } from './generated';
import { inheritDoc } from './inheritDoc';
import { licence } from './licence';
import { parallelTag } from './parallelTag';
import { separator } from './separator';
import { todoOnly } from './todoOnly';
import { trivialTag } from './trivialTag';

/** The filters of legitimate repetition in the order in which they are asked; the first hit names it.
 * What speaks for a file comes before all that a generated text may look like. */
export const FILTERS: readonly Filter[] = [
  directive,
  licence,
  generated,
  inheritDoc,
  trivialTag,
  separator,
  todoOnly,
  commentedOutCode,
  parallelTag,
];
