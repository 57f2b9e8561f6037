import { type Chunk, type Edit, plainAt, startsSentence } from '../chunks';
import { behind, type Flip, instead, without } from './flip';

const BE = /^(is|are|was|were|be)$/;
const MODAL = /^(must|should|can|could|will|would|shall|does|may)$/;
const CONTRACTED = new Map([
  ["isn't", 'is'],
  ["aren't", 'are'],
  ["wasn't", 'was'],
  ["doesn't", 'does'],
  ["can't", 'can'],
  ["won't", 'will'],
  ["shouldn't", 'should'],
  ["mustn't", 'must'],
]);
/** Not facts but ways to speak: `not only`, `is not yet`, `whether or not`. */
const IDIOM = /^(only|necessarily|just|yet|or|if|why|also|even|that|to)$/;
/** What follows a `with` that belongs to a verb: a text without it would not be readable. */
const BOUND_WITH =
  /^(start|begin|began|end|associat|replac|compar|along|deal|work|do|together|conform|compl|interact|compat|consistent|equal|fill|communicat|connect|combin|join|match|prefix|suffix|wrap|mess|agree|conflict|collaborat|interfer|share|regist|align|synchroni|configur|called|populated|concern|up|initiali|identif|pad|problem|issue|wrong|familiar|keep|cope|help|call|pass)/;

/** A negation put in or taken out. */
export const negations: Flip = (chunks) => {
  const found: (readonly Edit[])[] = [];
  for (let at = 0; at < chunks.length; at++) {
    const edit = negationAt(chunks, at);
    if (edit) found.push([edit]);
  }
  return found;
};

function negationAt(chunks: readonly Chunk[], at: number): Edit | undefined {
  const word = plainAt(chunks, at);
  const next = chunks[at + 1]?.lower ?? '';
  const previous = plainAt(chunks, at - 1);
  const affirmative = CONTRACTED.get(word.replace('’', "'"));
  if (affirmative) return instead(at, affirmative);
  if (word === 'not') {
    const isBound = BE.test(previous) || MODAL.test(previous);
    return isBound && !IDIOM.test(next) ? without(at) : undefined;
  }
  if (word === 'cannot') return instead(at, 'can');
  if (/^do(n't|n’t)$/.test(word) && startsSentence(chunks, at)) return without(at);
  if (word === 'do' && next === 'not' && startsSentence(chunks, at)) return without(at, 2);
  if (word === 'without') return instead(at, 'with');
  if (word === 'with') return withAt(chunks, at);
  if (word === 'no') return noAt(chunks, at);
  if (/^non-[a-z]{4,}$/.test(word)) return instead(at, word.slice(4));
  if ((BE.test(word) || MODAL.test(word)) && isAffirmed(chunks, at)) {
    return word === 'can' ? instead(at, 'cannot') : behind(chunks, at, 'not');
  }
  return undefined;
}

/** A question asks the same either way: `is it …?`, `whether it is …`, `checks if it is …`. */
function isAffirmed(chunks: readonly Chunk[], at: number): boolean {
  const previous = plainAt(chunks, at - 1);
  const next = plainAt(chunks, at + 1);
  const chunk = chunks[at] as Chunk;
  if (startsSentence(chunks, at) || chunk.after !== '' || chunk.word !== chunk.lower) return false;
  if (
    next === '' ||
    /^(not|no|never|none|nothing|neither|only|nor|also|i|you|we|it|they)$/.test(next)
  ) {
    return false;
  }
  // `to be`, `must be`, `why is`, `how can`: the negation stands elsewhere or makes no other fact.
  if (
    /^(to|not|never|how|why|what|where|who|when|none|nobody|nothing|no|and|or|but|as|than)$/.test(
      previous,
    )
  ) {
    return false;
  }
  if (chunk.lower === 'be') return false;
  if (/^(if|whether)$/.test(plainAt(chunks, 1))) return false;
  const before = chunks.slice(Math.max(0, at - 12), at).map(({ lower }) => lower);
  if (
    before.some((word) =>
      /^(whether|checks?|tests?|determines?|indicat\w+|no|never|neither)$/.test(word),
    )
  )
    return false;
  return !chunks.some(({ after }) => after.includes('?'));
}

function withAt(chunks: readonly Chunk[], at: number): Edit | undefined {
  const previous = plainAt(chunks, at - 1);
  const next = plainAt(chunks, at + 1);
  const isBound = previous === '' || BOUND_WITH.test(previous) || /(ed|ing)$/.test(previous);
  const isPhrase = /^(respect|regards?|which|whom|one|each|this|that|it|its|exactly)$/.test(next);
  const hasBoundVerb = chunks
    .slice(0, at)
    .some(({ lower }) =>
      /^(replac|compar|substitut|fill|associat|interact|work|start|begin|connect|deal|match|combin|swap|initiali|interc|concat)/.test(
        lower,
      ),
    );
  return isBound || isPhrase || next === '' || hasBoundVerb ? undefined : instead(at, 'without');
}

function noAt(chunks: readonly Chunk[], at: number): Edit | undefined {
  const next = plainAt(chunks, at + 1);
  if ((chunks[at] as Chunk).after !== '') return undefined;
  if (next === 'longer') return { at, length: 2, by: 'still' };
  if (/^(|more|less|one|matter|need|op|way|idea|other|such|sense)$/.test(next)) return undefined;
  const after = plainAt(chunks, at + 2);
  return instead(at, /[^s]s$/.test(next) || /[^s]s$/.test(after) ? 'some' : 'a');
}
