import { oneOf } from '../choose';
import type { Rewording } from './rewording';

const LEADING =
  /^(If|When|Unless|Before|After|Because|Until|Once|if|when|unless|before|after|because|until|once) ([^,.;:?!()]{5,100}), (?:then )?([^,.;:?!()]{5,120}?)( ?\.?)$/;
const TRAILING =
  /^([^,.;:?!()]{8,120}?) (if|when|unless|because|before|after) ([^,.;:?!()]{5,100}?)( ?\.?)$/;
/** A clause that belongs to a word before it, not to the whole sentence. */
const BOUND =
  /\b(checks?|tests?|determines?|see|know|verif\w+|whether|that|which|who|indicat\w+|ask|how|what|why|and|or|but|to|is|are|be|if|when|even|only|just|as|specif\w+|decides?|tells?|event|listener|exception|error|callback|case|time|thrown|called|invoked|used|fired)$/i;
const NESTED =
  /\b(that|which|who|whether|how|why|what|if|when|unless|because|until|before|after|otherwise)\b/i;
/** `before` and `after` lead a clause of their own only with a verb: "before closing it", not "after the cursor". */
const ACTION = /^\w+ing\b/;

/** The clause of a condition or time moved to the other end: `if X, Y` and `Y if X`. */
const moveClause: Rewording = (text) => {
  const leading = LEADING.exec(text);
  if (leading) {
    const [, word = '', clause = '', main = '', end = ''] = leading;
    if (NESTED.test(main) || NESTED.test(clause) || /^(and|or|but)\b/.test(main)) return undefined;
    return `${withCase(main, /^[A-Z]/.test(word))} ${word.toLowerCase()} ${clause}${end}`;
  }
  const trailing = TRAILING.exec(text);
  if (!trailing) return undefined;
  const [, main = '', word = '', clause = '', end = ''] = trailing;
  const isBound = BOUND.test(main) || NESTED.test(main) || NESTED.test(clause) || !/\s/.test(main);
  const isNoClause = /^(before|after)$/.test(word) && !ACTION.test(clause);
  const isPhrase =
    /^(any|so|possible|necessary|needed|not|only|appropriate|applicable|using)\b/.test(clause);
  if (isBound || isNoClause || isPhrase || !isClauseOfAction(main)) return undefined;
  const isCapital = /^[A-Z]/.test(main);
  return `${withCase(word, isCapital)} ${clause}, ${uncapitalised(main)}${end}`;
};

/** Told by its first word: `Returns true`, `throws an error`, `the stream is closed`. */
function isClauseOfAction(main: string): boolean {
  return (
    /^\w+[^s\W]s\b/.test(main) || /\b(is|are|will|must|should|can|cannot|may|does|has)\b/.test(main)
  );
}

/** `A and B` turned round where both are single words of one form and nothing but a joint stands around them. */
const swapListed: Rewording = (text, _lexicon, random) => {
  if (/\brespectively\b|\bfrom\b.*\bto\b/.test(text)) return undefined;
  const matches = [
    ...text.matchAll(
      /(?<=\b(?:the|of|all|both|for|with|in|between|by|either|specified|given) )([a-z]{3,}) (and|or) ([a-z]{3,})(?=\s*[.,;)]|\s*$| (?:of|in|for|from|to|with|are|is|by|as|on|at)\b)/g,
    ),
  ].filter(([, one = '', , other = '']) => sameForm(one, other));
  if (matches.length === 0) return undefined;
  const match = oneOf(matches, random);
  const [whole, one = '', joint = '', other = ''] = match;
  const at = match.index;
  return `${text.slice(0, at)}${other} ${joint} ${one}${text.slice(at + whole.length)}`;
};

/** Moves a clause or turns a pair of words round. */
export const clauseOrder: Rewording = (text, lexicon, random) =>
  moveClause(text, lexicon, random) ?? swapListed(text, lexicon, random);

function sameForm(one: string, other: string): boolean {
  const isVerbal = /(ed|ing|ly)$/;
  const isFunctional =
    /^(then|not|also|its|the|any|all|other|more|less|only|two|so|below|above|beyond)$/;
  if (isFunctional.test(one) || isFunctional.test(other)) return false;
  return one.endsWith('s') === other.endsWith('s') && isVerbal.test(one) === isVerbal.test(other);
}

const withCase = (text: string, isCapital: boolean) =>
  isCapital ? text.charAt(0).toUpperCase() + text.slice(1) : text;

/** Lower case at the start, except of an abbreviation or identifier (`URLs are…`, `FileReader is…`). */
const uncapitalised = (text: string) =>
  /^[A-Z][a-z]*\b/.test(text) && !/^I\b/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
