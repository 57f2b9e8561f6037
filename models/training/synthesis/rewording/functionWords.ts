import { possibleLemmas, withS } from '../../lexicon/inflections';
import { shuffled } from '../choose';
import { softwareVerbOf } from '../grammar';
import { type Phrase, type Rewording, replacedOnce } from './rewording';

/** Phrases that say the same; `^` anchors those that hold at the start of a text only. */
const PHRASES: readonly Phrase[] = [
  [/^(?:This|The) (?:method|function) (?=[a-z]+s\b(?! (?:is|are|was)))/i, ''],
  [/^Returns (?=(?:the|a|an|this|all) )/i, 'Gets '],
  [/^Gets (?=(?:the|a|an|this|all) )/i, 'Returns '],
  [/^Return (?=(?:the|a|an|this|all) )/i, 'Get '],
  [/^Get (?=(?:the|a|an|this|all) )/i, 'Return '],
  [/^Retrieves (?=(?:the|a|an|this|all) )/i, 'Returns '],
  [/^Returns (?=the )/i, 'This method returns '],
  [/^Returns true (?:if|when) (?!and only)(?!.*\b(?:false|otherwise)\b)/i, 'Checks whether '],
  [/^Returns true (?:if|when) (?!and only)(?!.*\b(?:false|otherwise)\b)/i, 'Tells whether '],
  [/^Returns whether /i, 'Returns true if '],
  [/^(?:Checks?|Tests?|Determines?) (?:if|whether) /i, 'Tests whether '],
  [/^(?:Checks?|Tests?) (?:if|whether) /i, 'Determines if '],
  [/^Determines? (?:if|whether) /i, 'Checks whether '],
  [/^Used to /i, 'This is used to '],
  [/\bcan be used to\b/, 'may be used to'],
  [/\ba new instance of (?:a |an |the )?(?=[A-Za-z]{4,})/i, 'a new '],
  [/\ban instance of (?:a |an |the )?(?=[bcdfghjklmnpqrstvwz])/i, 'a '],
  [/\bin order to\b/i, 'to'],
  [/\bso as to\b/i, 'to'],
  [/\bwhether or not\b/i, 'whether'],
  [/\bsuch as\b/i, 'like'],
  [/\be\.g\.,?(?= )/i, 'for example'],
  [/\bfor example\b/i, 'e.g.'],
  [/\bi\.e\.,?(?= )/i, 'that is,'],
  [/\bprior to\b/i, 'before'],
  [/\bsubsequent to\b/i, 'after'],
  [/\b(is|are) able to\b/i, 'can'],
  [/\bha(?:s|ve) to be\b/i, 'must be'],
  [/\bmust be\b/i, 'has to be'],
  [/\bdue to\b/i, 'because of'],
  [/\bbecause of\b/i, 'due to'],
  [/\bin the event that\b/i, 'if'],
  [/\bin case\b(?! of)/i, 'if'],
  [/\bas soon as\b/i, 'once'],
  [/\bas well as\b/i, 'and also'],
  [/\bat the moment\b/i, 'currently'],
  [/\bequal to\b/i, 'the same as'],
  [/\bis the same as\b/i, 'equals'],
  [/(?<=\b(?:is|are|be|not) )greater than\b/i, 'larger than'],
  [/(?<=\b(?:is|are|be|not) )less than\b/i, 'smaller than'],
  [/\bmore than\b(?= \d| one| two)/i, 'over'],
  [/\bconsists of\b/i, 'is made up of'],
  [/\bmake sure\b/i, 'ensure'],
  [/\bmakes sure\b/i, 'ensures'],
  [/\bcarries out\b/i, 'performs'],
  [/\bmay be null\b/i, 'can be null'],
  [/\bthe ([a-z]{3,}) of the ([a-z]{3,})(?=\s*\.?$)/i, "the $2's $1"],
  [
    /\bthe (name|size|length|type|width|height|index|value|version) of the ([a-z]{3,})(?=\s*\.?$)/i,
    'the $2 $1',
  ],
  [/\bthe ([a-z]{3,})'s ([a-z]{3,})(?=\s*\.?$)/i, 'the $2 of the $1'],
  [/^This class (?=[a-z]+s\b(?! (?:is|are|was)))/, 'A class that '],
  [/\ban? ([a-z]+) which\b/i, 'a $1 that'],
  [/\bfound in\b/i, 'present in'],
  [/\bwith the (?:given|specified) ([a-z]+)(?=\s*\.?$)/i, 'with the $1 given'],
  [/\bthe (?:specified|given|supplied) /i, 'the '],
];

/** Phrases, articles and the mood of the verb: changes of the words that carry no content. */
export const functionWords: Rewording = (text, lexicon, random) => {
  for (const phrase of shuffled(PHRASES, random)) {
    const reworded = replacedOnce(text, phrase);
    if (reworded !== undefined) return reworded;
  }
  return random() < 0.5
    ? (dropArticle(text, lexicon, random) ?? turnMood(text, lexicon, random))
    : (turnMood(text, lexicon, random) ?? dropArticle(text, lexicon, random));
};

/** `Adds an item` and `Add an item`. */
const turnMood: Rewording = (text) => {
  const [whole = '', verb = ''] =
    /^([A-Za-z][a-z]+) (?=(?:the|a|an|this|all|any|each|new) )/.exec(text) ?? [];
  const lower = verb.toLowerCase();
  const base = softwareVerbOf(lower);
  if (base === undefined || !possibleLemmas(lower).includes(base)) return undefined;
  const other = lower === base ? withS(base) : lower === withS(base) ? base : undefined;
  if (other === undefined) return undefined;
  const first = /^[A-Z]/.test(verb) ? other.charAt(0).toUpperCase() : other.charAt(0);
  return `${first}${other.slice(1)} ${text.slice(whole.length)}`;
};

/** The first `the` behind a verb or a preposition left out, as in notes: `Add the item to list`. */
const dropArticle: Rewording = (text) => {
  const dropped = text.replace(
    /(?<=\b(?:of|in|for|to|from|by|with|on|into|at|if|when|[A-Za-z]{2,}s)) the (?=[a-z]{3,})(?!same|first|last|other|whole|only|number|most)/,
    ' ',
  );
  return dropped === text ? undefined : dropped;
};
