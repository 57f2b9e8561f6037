import { checksum } from './checksum';
import { HEAD_BYTES, readHead, writeHead } from './head';

/** Bytes in a frame at most: a bound for what a damaged count can ask for. */
const MOST_BYTES = 1 << 26;

/** `TTF1`. */
const MAGIC = 0x31465454;

/** Anything that JSON can hold, with its length and checksum before it. */
export function encodeFrame(value: unknown): Uint8Array {
  const content = new TextEncoder().encode(JSON.stringify(value));
  // Every frame begins at a whole word.
  const frame = new Uint8Array(HEAD_BYTES + ((content.length + 3) & ~3));
  frame.set(content, HEAD_BYTES);
  writeHead(frame, MAGIC, { count: content.length, sum: checksum(content) });
  return frame;
}

/** The contents of frames that follow each other. Ends with `undefined`, and early, at one that is damaged. */
export function* readFrames(bytes: Uint8Array): Generator<unknown, void> {
  for (let at = 0; at < bytes.length; ) {
    const head = readHead(bytes.subarray(at, at + HEAD_BYTES), MAGIC, MOST_BYTES);
    const content = bytes.subarray(at + HEAD_BYTES, at + HEAD_BYTES + (head?.count ?? 0));
    if (!head || content.length < head.count || checksum(content) !== head.sum) {
      yield undefined;
      return;
    }
    yield JSON.parse(new TextDecoder().decode(content));
    at += HEAD_BYTES + ((head.count + 3) & ~3);
  }
}
