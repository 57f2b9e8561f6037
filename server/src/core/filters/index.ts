import { changelog } from './changelog';
import { commentedOutCode } from './commentedOutCode';
import { directive } from './directive';
import type { Filter } from './filter';
import { generated } from './generated';
import { inheritDoc } from './inheritDoc';
import { leadIn } from './leadIn';
import { licence } from './licence';
import { parallelTag } from './parallelTag';
import { safetyNote } from './safetyNote';
import { seeOnly } from './seeOnly';
import { separator } from './separator';
import { template } from './template';
import { testCase } from './testCase';
import { todoOnly } from './todoOnly';
import { trailingRun } from './trailingRun';
import { trivialTag } from './trivialTag';
import { vendored } from './vendored';

/** The filters of legitimate repetition in the order in which they are asked; the first hit names it.
 * What speaks for a file comes before all that a generated text may look like. */
export const FILTERS: readonly Filter[] = [
  directive,
  licence,
  generated,
  vendored,
  changelog,
  template,
  inheritDoc,
  seeOnly,
  leadIn,
  trivialTag,
  separator,
  todoOnly,
  commentedOutCode,
  safetyNote,
  parallelTag,
  trailingRun,
  testCase,
];
