import type { PlacedText } from './placedText';

/** Whether two lists of passages are the same as far as any report on them goes. */
export function areAlike(some: readonly PlacedText[], others: readonly PlacedText[]): boolean {
  return some.length === others.length && some.every((item, i) => isAlike(item, others[i]));
}

function isAlike(one: PlacedText, other: PlacedText | undefined): boolean {
  return one === other || (other !== undefined && signatureOf(one) === signatureOf(other));
}

/** All that a report follows from: a passage's words, place, surroundings and the rules of its document. */
export function signatureOf({ passage, subject = '', site, policy }: PlacedText): string {
  const { text, uri, kind, start, end } = passage;
  const { threshold, scope, disabledFilters = [] } = policy;
  const place = [uri, kind, start.line, start.character, end.line, end.character, subject];
  const rules = [JSON.stringify(site), threshold, scope, ...disabledFilters];
  return [text, ...place, ...rules].join('\t');
}
