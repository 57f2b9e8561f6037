import { fitArticle } from '../lexicon/articles';

/** A stretch of text between white space, its punctuation apart. `before + word + after` of all is the text. */
export interface Chunk {
  /** White space and opening parentheses. */
  readonly before: string;
  readonly word: string;
  /** The word in lower case. */
  readonly lower: string;
  /** Closing punctuation, and white space at the text's end. */
  readonly after: string;
  /** A word of prose: not an identifier, an abbreviation in capitals, a path or a number. */
  readonly isPlain: boolean;
}

/** `length` chunks from `at` on give way to `by`; nothing but the words when it is empty. */
export interface Edit {
  readonly at: number;
  readonly length: number;
  readonly by: string;
}

const CHUNK = /(\s*[([]*)([^\s]*?)([.,;:!?)\]]*(?=\s|$)\s*$|[.,;:!?)\]]*(?=\s|$))/gu;
/** A capital within a sentence is that of a name, of a person or a class. */
const NAME = /^[A-Z](?!rue$|alse$)/;
const PLAIN = /^[A-Za-z][a-z]*(?:[-'’][a-z]+)*$/;

export function splitText(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  for (const [whole, before = '', word = '', after = ''] of text.matchAll(CHUNK)) {
    if (whole === '') continue;
    const isFirst = startsSentence(chunks, chunks.length);
    const isPlain = PLAIN.test(word) && (isFirst || !NAME.test(word));
    chunks.push({ before, word, lower: word.toLowerCase(), after, isPlain });
  }
  return chunks;
}

export function joinText(chunks: readonly Chunk[]): string {
  let text = '';
  for (const { before, word, after } of chunks) text += before + word + after;
  return text;
}

/** Lower case of the plain word at `at`; empty for anything else. */
export function plainAt(chunks: readonly Chunk[], at: number): string {
  const chunk = chunks[at];
  return chunk?.isPlain ? chunk.lower : '';
}

/** Whether a sentence starts at `at`. */
export function startsSentence(chunks: readonly Chunk[], at: number): boolean {
  const previous = chunks[at - 1];
  return previous === undefined || /[.!?:]/.test(previous.after);
}

/** The text with all edits done; they must not overlap. Capitals are kept, and `a` or `an` before an edit fitted. */
export function edited(chunks: readonly Chunk[], edits: readonly Edit[]): string {
  const result = [...chunks];
  for (const { at, length, by } of [...edits].sort((one, other) => other.at - one.at)) {
    const first = result[at] as Chunk;
    const last = result[at + length - 1] as Chunk;
    if (by === '') remove(result, at, length, last.after);
    else result.splice(at, length, { ...first, word: recased(first.word, by), after: last.after });
    fitBefore(result, at);
  }
  return joinText(result);
}

function remove(chunks: Chunk[], at: number, length: number, after: string): void {
  const [first] = chunks.splice(at, length) as [Chunk];
  const previous = chunks[at - 1];
  if (previous) chunks[at - 1] = { ...previous, after: previous.after + after };
  const next = chunks[at];
  if (!next) return;
  const word = next.isPlain ? recased(first.word, next.word) : next.word;
  chunks[at] = { ...next, before: first.before, word };
}

function fitBefore(chunks: Chunk[], at: number): void {
  const previous = chunks[at - 1];
  const next = chunks[at];
  if (!previous || !next || previous.after !== '') return;
  const word = fitArticle(previous.word, next.word);
  if (word !== previous.word) chunks[at - 1] = { ...previous, word };
}

/** `by` with a capital where `word` has one. */
function recased(word: string, by: string): string {
  return /^[A-Z]/.test(word) && word !== 'I' ? by.charAt(0).toUpperCase() + by.slice(1) : by;
}
