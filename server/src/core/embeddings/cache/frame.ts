import { checksum } from './checksum';
import { HEAD_BYTES, readHead, writeHead } from './head';

/** Bytes in a frame at most: a bound for what a damaged count can ask for. */
const MOST_BYTES = 1 << 26;

/** `TTF1`: anything that JSON can hold. */
const VALUE = 0x31465454;
/** `TTW1`: whole numbers of 32 bits, in the machine's byte order. */
const NUMBERS = 0x31575454;
/** `TTT1`: a text in UTF-8. */
const TEXT = 0x31545454;

const WORD = Int32Array.BYTES_PER_ELEMENT;

/** A text that was read, and is decoded once somebody asks for it. */
export class FramedText {
  #content: Uint8Array | undefined;
  #text = '';

  constructor(content: Uint8Array) {
    this.#content = content;
  }

  get text(): string {
    if (this.#content)
      this.#text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.#content);
    this.#content = undefined;
    return this.#text;
  }
}

/** Anything that JSON can hold, with its length and checksum before it. */
export function encodeFrame(value: unknown): Uint8Array {
  return frameOf(VALUE, new TextEncoder().encode(JSON.stringify(value)));
}

/** Whole numbers of 32 bits, at least one: read many times as fast as JSON. */
export function encodeNumbers(numbers: readonly number[]): Uint8Array {
  return frameOf(NUMBERS, new Uint8Array(Int32Array.from(numbers).buffer));
}

/** A text: read faster than JSON, and where nobody asks for it not at all. One that was cut inside a character is no UTF-8. */
export function encodeText(text: string): Uint8Array {
  return text !== '' && text.isWellFormed()
    ? frameOf(TEXT, new TextEncoder().encode(text))
    : encodeFrame(text);
}

/**
 * The contents of frames that follow each other: an `Int32Array`, a `FramedText`, or a value, which may be a text as well.
 * Ends with `undefined`, and early, at one that is damaged.
 */
export function* readFrames(bytes: Uint8Array): Generator<unknown, void> {
  for (let at = 0; at < bytes.length; ) {
    const frame = readFrame(bytes, at);
    if (!frame) {
      yield undefined;
      return;
    }
    const { kind, content } = frame;
    // Copied: the rest of the file need not stay for what is kept of it.
    if (kind === NUMBERS) yield new Int32Array(new Uint8Array(content).buffer);
    else yield kind === TEXT ? new FramedText(new Uint8Array(content)) : parse(content);
    at += HEAD_BYTES + wholeWords(content.length);
  }
}

function frameOf(kind: number, content: Uint8Array): Uint8Array {
  // Every frame begins at a whole word.
  const frame = new Uint8Array(HEAD_BYTES + wholeWords(content.length));
  frame.set(content, HEAD_BYTES);
  writeHead(frame, kind, { count: content.length, sum: sumOf(kind, content) });
  return frame;
}

function readFrame(
  bytes: Uint8Array,
  at: number,
): { readonly kind: number; readonly content: Uint8Array } | undefined {
  for (const kind of [VALUE, NUMBERS, TEXT]) {
    const head = readHead(bytes.subarray(at, at + HEAD_BYTES), kind, MOST_BYTES);
    if (!head) continue;
    const content = bytes.subarray(at + HEAD_BYTES, at + HEAD_BYTES + head.count);
    const isWhole = content.length === head.count && sumOf(kind, content) === head.sum;
    return isWhole ? { kind, content } : undefined;
  }
  return undefined;
}

/** Of a frame of another kind it is another: a damaged kind is found out as well. */
function sumOf(kind: number, content: Uint8Array): number {
  return (checksum(content) ^ kind) >>> 0;
}

function wholeWords(bytes: number): number {
  return Math.ceil(bytes / WORD) * WORD;
}

function parse(content: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(content));
}
