import { type Edit, plainAt, startsSentence } from '../chunks';
import { isDeterminer } from '../grammar';
import { type Flip, instead } from './flip';

/** Reading verbs and their writing ones, in the same form; the reverse is drawn from the same table. */
const ACCESSORS: Readonly<Record<string, readonly string[]>> = {
  get: ['set'],
  gets: ['sets'],
  return: ['set', 'clear'],
  returns: ['sets', 'clears'],
  retrieve: ['set', 'store'],
  retrieves: ['sets', 'stores'],
  fetch: ['send', 'store'],
  fetches: ['sends', 'stores'],
  set: ['get', 'return'],
  sets: ['gets', 'returns'],
};

/** Reading turned into writing and back: `gets the name`, `this method sets the name`. */
export const accessors: Flip = (chunks) => {
  const found: (readonly Edit[])[] = [];
  for (const [at, { lower, after }] of chunks.entries()) {
    const others = Object.hasOwn(ACCESSORS, lower) ? ACCESSORS[lower] : undefined;
    if (!others || after !== '') continue;
    const hasSubject = /^(method|function|it|to|will)$/.test(plainAt(chunks, at - 1));
    const hasObject = isDeterminer(plainAt(chunks, at + 1)) && plainAt(chunks, at + 1) !== 'a';
    if (hasObject && (startsSentence(chunks, at) || hasSubject)) {
      for (const other of others) found.push([instead(at, other)]);
    }
  }
  return found;
};
