import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BLOCK_HEAD_BYTES,
  encodeBlock,
  indexBytes,
  isIntact,
  isUnit,
  MAX_BLOCK_RECORDS,
  readCount,
  readIndex,
} from '../../../server/src/core/embeddings/cache/block';
import { checksum } from '../../../server/src/core/embeddings/cache/checksum';
import { KeyTable } from '../../../server/src/core/embeddings/cache/keyTable';
import {
  encodeHeader,
  HEADER_BYTES,
  refuseHeader,
} from '../../../server/src/core/embeddings/cache/segmentHeader';
import { keysOf } from '../../../server/src/node/cache/keysOf';

const origin = { model: { id: 'encoder', sha256: 'ab'.repeat(32) }, dimensions: 2 };
const unit = (angle: number) => Float32Array.of(Math.cos(angle), Math.sin(angle));

describe('the checksum', () => {
  it.each([
    ['', 0],
    ['123456789', 0xcbf43926],
    ['The quick brown fox jumps over the lazy dog', 0x414fa339],
  ])('of "%s" is that of the standard', (text, expected) => {
    expect(checksum(new TextEncoder().encode(text))).toBe(expected);
  });

  it('equals that of gzip for all bytes, at any length and alignment', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
        const zipped = gzipSync(bytes.subarray(1));
        // The last eight bytes of a gzip stream are CRC-32 and length.
        expect(checksum(bytes.subarray(1))).toBe(zipped.readUInt32LE(zipped.length - 8));
      }),
    );
  });
});

describe('the header', () => {
  it('is accepted for the model it was made for', () => {
    expect(refuseHeader(encodeHeader(origin), origin)).toBeUndefined();
  });

  const edited = (at: number, value: number) => {
    const header = encodeHeader(origin);
    header[at] = value;
    return header;
  };
  const other = { ...origin, model: { id: 'other\u001b[2J', sha256: 'cd'.repeat(32) } };
  it.each([
    ['an empty file', new Uint8Array(), 'it is not an embedding index'],
    ['a file of three bytes', Uint8Array.of(80, 75, 3), 'it is not an embedding index'],
    ['another file', new Uint8Array(500).fill(7), 'it is not an embedding index'],
    ['a cut header', encodeHeader(origin).subarray(0, 50), 'it is truncated'],
    ['another format', edited(4, 9), 'it has format 9, this version reads format 1'],
    ['a flipped bit', edited(20, 0xaa), 'its header is damaged'],
    [
      'another model',
      encodeHeader(other),
      'it was made with the model other2J (cdcdcdcdcdcd), the present one is encoder (abababababab)',
    ],
    [
      'another size',
      encodeHeader({ ...origin, dimensions: 3 }),
      'it has 3 numbers per embedding, the present model 2',
    ],
  ])('says what is wrong with %s', (_, header, reason) => {
    expect(refuseHeader(header, origin)).toBe(reason);
  });

  it('leaves room for a long id', () => {
    const long = { ...origin, model: { ...origin.model, id: 'é'.repeat(100) } };
    expect(encodeHeader(long)).toHaveLength(HEADER_BYTES);
    expect(refuseHeader(encodeHeader(long), long)).toBeUndefined();
  });
});

describe('a block', () => {
  const keys = keysOf(['one', 'two', 'three']);
  const embeddings = [unit(0), unit(1), unit(2)];
  const block = encodeBlock(keys, embeddings);
  const start = BLOCK_HEAD_BYTES + indexBytes(3);
  const index = readIndex(block, block.subarray(BLOCK_HEAD_BYTES, start));

  it('holds keys and embeddings bit by bit', () => {
    expect(readCount(block)).toBe(3);
    expect(index?.keys).toEqual(keys);
    expect(new Float32Array(block.slice(start).buffer)).toEqual(
      Float32Array.from(embeddings.flatMap((embedding) => [...embedding])),
    );
    expect(embeddings.every((e, i) => isIntact(e, index?.sums[i] as number))).toBe(true);
  });

  it('notices each flipped bit', () => {
    for (let bit = 0; bit < 8 * block.length; bit++) {
      // The reserved word of the head means nothing.
      if (bit >> 3 >= 12 && bit >> 3 < BLOCK_HEAD_BYTES) continue;
      const damaged = block.slice();
      damaged[bit >> 3] = (damaged[bit >> 3] as number) ^ (1 << (bit & 7));
      const count = readCount(damaged);
      const found =
        count === 3 ? readIndex(damaged, damaged.subarray(BLOCK_HEAD_BYTES, start)) : undefined;
      const values = new Float32Array(damaged.slice(start).buffer);
      const intact =
        found &&
        [0, 1, 2].every((i) =>
          isIntact(values.subarray(2 * i, 2 * i + 2), found.sums[i] as number),
        );
      expect(intact ?? false, `bit ${bit}`).toBe(false);
    }
  });

  it.each([0, MAX_BLOCK_RECORDS + 1, 0xffffffff])('of %i records is none', (count) => {
    const head = block.slice(0, BLOCK_HEAD_BYTES);
    new Uint32Array(head.buffer)[1] = count;
    expect(readCount(head)).toBeUndefined();
  });

  it.each([
    ['not a number', [Number.NaN, 0]],
    ['infinite', [Number.POSITIVE_INFINITY, 0]],
    ['zero', [0, 0]],
    ['too long', [1, 0.1]],
  ])('has no embedding that is %s', (_, values) => {
    expect(isUnit(Float32Array.from(values))).toBe(false);
  });
});

describe('the key table', () => {
  it('answers as a map does', () => {
    // 1,500 operations over 900 keys: the table grows once and keys are set again.
    fc.assert(
      fc.property(fc.array(fc.nat(900), { minLength: 1500, maxLength: 1500 }), (numbers) => {
        const keys = keysOf(numbers.map(String));
        const [table, map] = [new KeyTable(), new Map<number, number>()];
        numbers.forEach((number, i) => {
          expect(table.get(keys, i)).toBe(map.get(number));
          table.set(keys, i, i);
          map.set(number, i);
        });
        expect(table.size).toBe(map.size);
      }),
      { numRuns: 3 },
    );
  });

  it('holds more keys than it begins with', () => {
    const table = new KeyTable();
    const keys = keysOf(Array.from({ length: 5000 }, (_, i) => `key ${i}`));
    for (let i = 0; i < 5000; i++) table.set(keys, i, i);
    const values = Array.from({ length: 5000 }, (_, i) => table.get(keys, i));
    expect(values).toEqual(Array.from({ length: 5000 }, (_, i) => i));
  });
});
