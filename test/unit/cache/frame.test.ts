import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  encodeFrame,
  encodeNumbers,
  encodeText,
  FramedText,
  readFrames,
} from '../../../server/src/core/embeddings/cache/frame';

const together = (...frames: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(frames));
const plain = (frame: unknown) => (frame instanceof FramedText ? frame.text : frame);

describe('frames', () => {
  it('hold values, numbers and texts, one behind the other', () => {
    const number = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.array(number, { minLength: 1 }),
        fc.string({ unit: 'binary' }),
        (value, numbers, text) => {
          const bytes = together(encodeText(text), encodeNumbers(numbers), encodeFrame(value));
          const expected = [text, Int32Array.from(numbers), JSON.parse(JSON.stringify(value))];
          expect([...readFrames(bytes)].map(plain)).toEqual(expected);
        },
      ),
    );
  });

  it.each([
    ['none', ''],
    ['with a byte order mark', '\ufeffa'],
    ['cut inside a character', 'a\ud83d'],
  ])('hold a text %s', (_, text) => {
    expect([...readFrames(encodeText(text))].map(plain)).toEqual([text]);
  });

  it('are read wherever their bytes lie', () => {
    const frames = together(encodeNumbers([1, -2]), encodeText('ä'));
    const shifted = together(Uint8Array.of(7), frames).subarray(1);
    expect([...readFrames(shifted)].map(plain)).toEqual([Int32Array.of(1, -2), 'ä']);
  });

  it('are damaged where one was taken for another kind', () => {
    const kinds = [encodeFrame(1), encodeNumbers([1]), encodeText('1')];
    for (const one of kinds) {
      for (const other of kinds) {
        if (one === other) continue;
        const mistaken = one.slice();
        mistaken.set(other.subarray(0, 4));
        expect([...readFrames(mistaken)]).toEqual([undefined]);
      }
    }
  });
});
