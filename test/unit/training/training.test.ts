import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { roundToBytes, toBytes } from '../../../models/training/byteNumbers';
import { chooseEnergies, fitCalibration } from '../../../models/training/calibrate';
import { readOwnPairs, type SourcePairs } from '../../../models/training/corpus';
import { createParameters } from '../../../models/training/engine/parameters';
import { evenColumns } from '../../../models/training/evenColumns';
import { roundToHalf, toHalfFloats } from '../../../models/training/halfFloats';
import { auc, spearman } from '../../../models/training/metrics';
import { readPairs } from '../../../models/training/pairFiles';
import { principalAxes } from '../../../models/training/principalAxes';
import { randomFor } from '../../../models/training/random';
import { learnVocabulary } from '../../../models/training/vocabulary';
import { Calibration } from '../../../server/src/core/energies/calibration';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'text-twin-train-'));
});
afterEach(() => rm(folder, { recursive: true }));

const SIZES = { vocabulary: 20, embedding: 3, units: 2, dimensions: 2 };

describe('readPairs', () => {
  const line = '{"a":"x","b":"y","y":1,"key":"k"}\n';

  it.each([
    ['JSON lines', 'pairs.jsonl', Buffer.from(line)],
    ['gzipped JSON lines', 'pairs.jsonl.gz', gzipSync(line)],
    ['tab-separated values', 'pairs.tsv', Buffer.from('x\ty\t1\n')],
  ])('reads %s', async (_, name, content) => {
    const file = path.join(folder, name);
    await writeFile(file, content);
    expect(await readPairs(file)).toMatchObject([{ a: 'x', b: 'y', isDuplicate: 1 }]);
  });

  it.each([
    ['not JSON', 'nonsense\n'],
    ['no label', '{"a":"x","b":"y"}\n'],
    ['a label out of range', '{"a":"x","b":"y","y":2}\n'],
    ['a text that is none', '{"a":1,"b":"y","y":1}\n'],
  ])('names file and line of %s', async (_, bad) => {
    const file = path.join(folder, 'pairs.jsonl');
    await writeFile(file, line + bad);
    await expect(readPairs(file)).rejects.toThrow(`${file}:2: `);
  });

  it('names a file that is missing', async () => {
    await expect(readPairs(path.join(folder, 'none.jsonl.gz'))).rejects.toThrow(/none\.jsonl\.gz/);
  });
});

describe('readOwnPairs', () => {
  const write = async (pairs: object[]) => {
    const file = path.join(folder, 'mine.jsonl');
    await writeFile(file, pairs.map((pair) => JSON.stringify(pair)).join('\n'));
    return file;
  };
  const some = (count: number, y: number) =>
    Array.from({ length: count }, (_, i) => ({ a: `text ${y} ${i}`, b: `words ${i}`, y }));

  it('takes what is the same as genuine and everything as labelled, and holds some out', async () => {
    const [genuine, labelled] = await readOwnPairs(await write([...some(300, 1), ...some(200, 0)]));
    const count = (part: SourcePairs | undefined) =>
      (part?.training.length ?? 0) + (part?.heldOut.length ?? 0);
    expect([count(genuine), count(labelled)]).toEqual([300, 500]);
    expect(genuine?.heldOut.length).toBeGreaterThan(0);
  });

  it('names a file with too few pairs that are the same', async () => {
    const file = await write(some(50, 0));
    await expect(readOwnPairs(file)).rejects.toThrow(`${file} holds too few pairs with y = 1`);
  });
});

describe('learnVocabulary', () => {
  it('merges the most frequent neighbours first', () => {
    const counts = new Map([
      ['low', 50],
      ['lower', 20],
      ['new', 30],
      ['rare', 1],
    ]);
    const vocabulary = learnVocabulary(counts, 30);
    expect(vocabulary.slice(0, 2)).toEqual(['[PAD]', '[UNK]']);
    expect(vocabulary).toContain('low');
    expect(vocabulary.indexOf('low')).toBeLessThan(vocabulary.indexOf('new'));
    expect(vocabulary).not.toContain('rare');
  });
});

describe('toHalfFloats', () => {
  it.each([
    [0, 0x0000],
    [1, 0x3c00],
    [-2, 0xc000],
    [65504, 0x7bff],
    [1 / 3, 0x3555],
    [2 ** -24, 0x0001],
    [2 ** -14, 0x0400],
    [2 ** -30, 0x0000],
    [1 + 2 ** -11, 0x3c00],
    [1 + 3 * 2 ** -11, 0x3c02],
    [2047.9999, 0x6800],
  ])('%d → %i', (value, bits) => {
    expect(toHalfFloats(Float32Array.of(value))[0]).toBe(bits);
  });
});

describe('roundToHalf', () => {
  it.each([
    [1 / 3, 0.333251953125],
    [-2.0001, -2],
    [2 ** -24, 2 ** -24],
    [1e-9, 0],
  ])('%d becomes %d', (value, rounded) => {
    const values = Float32Array.of(value);
    roundToHalf(values);
    expect(values[0]).toBe(rounded);
  });
});

describe('toBytes', () => {
  it('is never farther off than half a step, but for what is cut off', () => {
    const values = Float32Array.from({ length: 999 }, (_, i) => Math.sin(i) * (i === 500 ? 4 : 1));
    const { bytes, coding } = toBytes(values);
    const off = Array.from(bytes, (byte, i) =>
      Math.abs(byte * coding.scale + coding.min - (values[i] ?? 0)),
    );
    expect(Math.max(...off.filter((_, i) => i !== 500))).toBeLessThanOrEqual(coding.scale * 0.5001);
    expect(coding.scale).toBeLessThan(8 / 255);
  });

  it.each([[[0, 0, 0]], [[-1, 0.25, 0.5]], [[3, -3, 1e-9]]])(
    'rounds %j once and for all',
    (numbers) => {
      const values = Float32Array.from(numbers);
      roundToBytes(values);
      const once = values.slice();
      roundToBytes(values);
      values.forEach((value, i) => {
        expect(value).toBeCloseTo(once[i] ?? Number.NaN, 6);
      });
    },
  );
});

describe('evenColumns', () => {
  it('gives coordinates one spread and changes no product', () => {
    const parameters = createParameters(SIZES, 3);
    const words = parameters['words/embeddings'];
    words.forEach((value, i) => {
      words[i] = value * (1 + (i % SIZES.embedding));
    });
    const product = () => {
      const kernel = parameters['projection/kernel'];
      let sum = 0;
      for (let k = 0; k < SIZES.embedding; k++) {
        sum += (words[SIZES.embedding + k] ?? 0) * (kernel[k * SIZES.dimensions + 1] ?? 0);
      }
      return sum;
    };
    const before = product();
    evenColumns(parameters, SIZES);
    expect(product()).toBeCloseTo(before, 5);
    for (let column = 0; column < SIZES.embedding; column++) {
      const squares = words.filter((_, i) => i % SIZES.embedding === column).map((x) => x * x);
      expect(squares.reduce((sum, x) => sum + x, 0) / SIZES.vocabulary).toBeCloseTo(1, 4);
    }
  });
});

describe('metrics', () => {
  it('AUC counts the pairs that are in order, ties half', () => {
    expect(auc([0.9, 0.8, 0.3, 0.1], [true, true, false, false])).toBe(1);
    expect(auc([0.9, 0.1, 0.8, 0.3], [true, true, false, false])).toBe(0.5);
    expect(auc([0.5, 0.5], [true, false])).toBe(0.5);
  });

  it('Spearman looks at ranks only', () => {
    expect(spearman([1, 2, 3], [10, 100, 1000])).toBeCloseTo(1);
    expect(spearman([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1);
  });
});

describe('calibration', () => {
  // Genuine with probability 1 − E/2, as a fair sample.
  const random = randomFor(1, 1);
  const pairs = Array.from({ length: 20_000 }, () => {
    const energy = random() * 2;
    return { energy, isDuplicate: random() > energy / 2 };
  });

  it('makes similarity the share of genuine pairs', () => {
    const curve = new Calibration(fitCalibration(pairs, 2));
    for (const energy of [0.3, 0.7, 1, 1.4]) {
      expect(Math.abs(curve.similarityAt(energy) - (1 - energy / 2))).toBeLessThan(0.07);
    }
  });

  it('chooses the widest energies that keep the precisions', () => {
    const { strict, balanced, loose } = chooseEnergies(pairs);
    expect(strict).toBeLessThan(balanced);
    expect(balanced).toBeLessThan(loose);
    const reported = pairs.filter(({ energy }) => energy <= loose);
    const precision = reported.filter(({ isDuplicate }) => isDuplicate).length / reported.length;
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(precision).toBeLessThan(0.91);
  });

  it('does not take a lucky start of few candidates for a precision', () => {
    const lucky = Array.from({ length: 12 }, (_, i) => ({ energy: i / 100, isDuplicate: true }));
    const mixed = Array.from({ length: 200 }, (_, i) => ({
      energy: 0.2 + i / 1000,
      isDuplicate: i % 2 === 1,
    }));
    expect(chooseEnergies([...lucky, ...mixed])).toEqual({ strict: 0, balanced: 0, loose: 0.11 });
  });
});

describe('principalAxes', () => {
  // Spread widely along (1, 1, 0), a little along (1, −1, 0), hardly along z.
  const random = randomFor(5, 5);
  const vectors = Array.from({ length: 500 }, () => {
    const [far, near, least] = [10 * (random() - 0.5), random() - 0.5, 0.1 * random()];
    return Float32Array.of(far + near, far - near, least);
  });
  const axes = principalAxes(vectors);
  const column = (j: number) => [0, 1, 2].map((i) => axes[i * 3 + j] as number);
  const dot = (x: number[], y: number[]) => x.reduce((sum, v, i) => sum + v * (y[i] as number), 0);

  it('puts the axis of largest variance first', () => {
    expect(Math.abs(dot(column(0), [Math.SQRT1_2, Math.SQRT1_2, 0]))).toBeCloseTo(1, 3);
    expect(Math.abs(dot(column(2), [0, 0, 1]))).toBeCloseTo(1, 3);
  });

  it('is orthogonal: a rotation that changes no distance', () => {
    for (const i of [0, 1, 2]) {
      for (const j of [0, 1, 2]) expect(dot(column(i), column(j))).toBeCloseTo(i === j ? 1 : 0, 9);
    }
  });
});
