import type { Filter } from './filter';

const SEE_TAGS = new Set([
  'see',
  'seealso',
  'sa',
  'link',
  'see also',
  'copydoc',
  'copybrief',
  'copydetails',
]);
/** What a reference may be called. */
const WHAT =
  '(?:docs?|documentation|docstring|comments?|javadocs?|definition|description|notes?|manual|spec|specification|base|parent|super|class|base class|parent class|superclass|super class|interface|method|function)';
const AFTER =
  '(?:above|below|method|function|class|superclass|interface|type|module|file|header|for (?:details|more|more (?:information|details|info)|documentation|further (?:information|details)|an? (?:explanation|description|example)|usage|info|information))';
/** `See Foo#bar.`, `See also the documentation of Foo`, `See https://…`: one reference and nothing else. */
const SEE_ONLY = new RegExp(
  `^(?:please )?(?:see|refer to|cf\\.?|compare)(?: also)?:? (?:the )?(?:${WHAT} (?:of|for|on|in|at) )?(?:the )?(?:(?:base|parent|super) class|superclass|[^\\s,]{1,300})(?: (?:in|of) [^\\s,]{1,300})?(?: ${AFTER}){0,2}\\.?$`,
  'i',
);
/** `See the guide to letters for more information and examples.` */
const SEE_FOR_MORE =
  /^(?:please )?(?:see|refer to)(?: also)? (?:[^.]|\.(?!\s)){1,240} for (?:more|further|additional) (?:information|details|info)(?:,? and (?:more )?examples)?\.?$/i;
/** `See more keys and their definitions at https://…`: what is there, and where. */
const SEE_AT =
  /^(?:please )?see(?: also)? (?:[^.]|\.(?!\s)){1,120} (?:at|in|on):? <?https?:\/\/\S{1,300}$/i;
/** `Overrides Foo.bar.`, `Implements Foo#bar(Baz)`, `Inherited from Foo.` */
const INHERITED =
  /^(?:(?:overrides|implements|implementation of|inherited from|documented (?:in|at)|defined (?:in|by)|specified by|copied from)(?: the)?(?: (?:method|interface|class))? [^\s,]{1,200}|(?:inherited|overridden) documentation)\.?$/i;
/** `since 3.4.0 for removal in 4.0.0 in favor of Foo`: where to look instead. */
const IN_FAVOUR =
  /^(?:since |as of )?v?\d[\w.]*,?(?: (?:and )?(?:scheduled )?for removal(?: in| with)? v?\d[\w.]*)?,? (?:in favou?r of|use|replaced by) .{1,200}$/i;
const LONGEST = 400;

/** A comment that only points to another place. */
export const seeOnly: Filter = {
  name: 'see-only',
  reason: 'It is a reference to another place, which is the remedy for repetition.',
  scope: 'passage',
  matches({ described, role, tags, text }) {
    if (role === 'deprecated' && IN_FAVOUR.test(text)) return true;
    if (!described && tags.length > 0) return tags.every(({ name }) => SEE_TAGS.has(name));
    if (text.length >= LONGEST) return false;
    return [SEE_ONLY, SEE_FOR_MORE, SEE_AT, INHERITED].some((form) => form.test(text));
  },
};
