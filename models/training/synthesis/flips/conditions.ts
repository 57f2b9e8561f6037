import { type Edit, plainAt, startsSentence } from '../chunks';
import { type Flip, instead } from './flip';

/** `checks if` asks, `even if` and `if possible` are no conditions. */
const NO_CONDITION_BEFORE =
  /^(checks?|checking|tests?|determines?|see|sees|know|knows|verif(y|ies)|ask|even|as|only|what|or|and|and\/or|indicates?|indicating|wonder|decides?|validates?|that|out|sure|specif(y|ies|ying)|tells?|control)$/;
const NO_CONDITION_AFTER =
  /^(|any|so|possible|necessary|needed|not|only|required|available|present|applicable|else|and|you|desired|set)$/;

/** A condition turned round: `if` and `unless`, `when` and `unless`. */
export const conditions: Flip = (chunks) => {
  const found: (readonly Edit[])[] = [];
  for (const [at, { lower, after }] of chunks.entries()) {
    if (after !== '') continue;
    const previous = plainAt(chunks, at - 1);
    const isQuestion =
      at > 0 && chunks.slice(0, at).some(({ lower: word }) => /^(whether|how|why)$/.test(word));
    if (lower === 'unless') found.push([instead(at, 'if')]);
    const isCondition =
      (lower === 'if' || (lower === 'when' && !startsSentence(chunks, at))) &&
      !NO_CONDITION_BEFORE.test(previous) &&
      !NO_CONDITION_AFTER.test(plainAt(chunks, at + 1));
    if (isCondition && !isQuestion) found.push([instead(at, 'unless')]);
  }
  return found;
};
