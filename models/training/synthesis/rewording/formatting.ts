import { oneOf } from '../choose';
import { type Phrase, type Rewording, replacedOnce } from './rewording';

const CONTRACTIONS: readonly Phrase[] = [
  [/\bdo not\b/i, "don't"],
  [/\bdoes not\b/i, "doesn't"],
  [/\bis not\b/i, "isn't"],
  [/\bare not\b/i, "aren't"],
  [/\bcannot\b/i, "can't"],
  [/\bwill not\b/i, "won't"],
  [/\bshould not\b/i, "shouldn't"],
  [/\bit is\b/i, "it's"],
  [/\bdon['’]t\b/i, 'do not'],
  [/\bdoesn['’]t\b/i, 'does not'],
  [/\bisn['’]t\b/i, 'is not'],
  [/\bcan['’]t\b/i, 'cannot'],
  [/\bit['’]s (?=a|the|not|used|possible)\b/i, 'it is '],
];

const MARKS: readonly Phrase[] = [
  [/ ?\.$/, ''],
  [/(?<=[A-Za-z])$/, '.'],
  [/(?<=^| )([a-z]+[A-Z]\w*|[A-Z][a-z]+[A-Z]\w*)(?= |\.?$)/, '`$1`'],
  [/`([A-Za-z.]+)`/, '$1'],
  [/(?<=^| )([a-z]+)([A-Z])([a-z]+)(?= |$)/, '$1 $2$3'],
];

/** Contractions, a trailing full stop, backticks, identifiers taken apart: the look, not the words. */
export const formatting: Rewording = (text, _lexicon, random) => {
  const applicable = [...CONTRACTIONS, ...MARKS].filter(([pattern]) => pattern.test(text));
  return applicable.length > 0 ? replacedOnce(text, oneOf(applicable, random)) : undefined;
};
