import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { characterNgrams } from '../../../models/evaluation/baselines/characterNgrams';
import { tfIdf } from '../../../models/evaluation/baselines/tfIdf';
import { tokenJaccard } from '../../../models/evaluation/baselines/tokenJaccard';
import { wordTable } from '../../../models/evaluation/baselines/wordTable';
import { encoderMethod } from '../../../models/evaluation/encoderMethod';
import type { Method } from '../../../models/evaluation/method';
import { type LoadedModel, loadModel } from '../../../server/src/core/embeddings/loadModel';
import { TfEncoder } from '../../../server/src/core/embeddings/tfEncoder';
import { energies } from '../../../server/src/core/energies/energy';
import { useBackend } from '../../support/backend';
import { makeSmallModel } from '../../support/smallModel';

const similarityOf = async (method: Method, ...texts: string[]) =>
  (await method.compare(texts))(0, 1);

describe('tokenJaccard', () => {
  it.each([
    ['open the file', 'close the file', 2 / 4],
    ['the the file', 'file', 1 / 2],
    ['a', 'b', 0],
    ['', '', 0],
  ])('%j and %j: %d', async (a, b, expected) => {
    expect(await similarityOf(tokenJaccard, a, b)).toBeCloseTo(expected, 9);
  });
});

describe('tfIdf', () => {
  it('is the cosine of weighted counts', async () => {
    // Two texts: "x" is in both (idf 1), "y" and "z" in one each.
    const rare = Math.log(3 / 2) + 1;
    const expected = 2 / (Math.sqrt(4 + rare ** 2) * Math.sqrt(1 + rare ** 2));
    expect(await similarityOf(tfIdf, 'x x y', 'x z')).toBeCloseTo(expected, 9);
  });

  it('gives a word that many texts have less say', async () => {
    const others = Array.from({ length: 20 }, (_, i) => `returns the entry ${i}`);
    const similarity = await tfIdf.compare([
      'returns socket',
      'returns colour',
      'opens socket',
      ...others,
    ]);
    expect(similarity(0, 1)).toBeLessThan(similarity(0, 2));
  });
});

describe('characterNgrams', () => {
  it('is the cosine of the counts of 3-, 4- and 5-grams', async () => {
    // " ab " has 3 n-grams (" ab", "ab ", " ab "), " abc " has 6; " ab" alone is in both.
    expect(await similarityOf(characterNgrams, 'ab', 'abc')).toBeCloseTo(1 / Math.sqrt(18), 9);
  });

  it('sees inflections that words hide', async () => {
    const similarity = await characterNgrams.compare(['initialised', 'initialising', 'parsed']);
    expect(similarity(0, 1)).toBeGreaterThan(0.6);
    expect(similarity(0, 2)).toBeLessThan(0.2);
  });
});

describe('methods of the model', () => {
  let model: LoadedModel;
  beforeAll(async () => {
    await useBackend('wasm');
    model = await loadModel(await makeSmallModel());
  });
  afterAll(() => model.dispose());

  it('wordTable is the cosine of mean word vectors', async () => {
    const { embedding } = model.manifest.sizes;
    const rows = model.weights.embedding.dataSync();
    const mean = (text: string) => {
      const ids = model.tokenizer.encode(text, 99);
      return Float32Array.from(
        { length: embedding },
        (_, d) =>
          ids.reduce((sum, id) => sum + (rows[id * embedding + d] as number), 0) / ids.length,
      );
    };
    const [a, b] = ['open the file', 'number of items'] as const;
    const expected = 1 - energies.cosine(mean(a), mean(b));
    expect(Math.abs(expected)).toBeLessThan(0.999);
    expect(await similarityOf(wordTable(model), a, b)).toBeCloseTo(expected, 5);
    expect(await similarityOf(wordTable(model), 'file open', 'open file')).toBeCloseTo(1, 5);
  });

  it.each(['euclidean', 'manhattan', 'cosine'] as const)(
    'encoderMethod is the negated %s energy of embeddings',
    async (energy) => {
      const encoder = new TfEncoder(model);
      const texts = ['open the file', 'number of items'];
      const [a, b] = await encoder.encode(texts);
      const expected = -energies[energy](a as Float32Array, b as Float32Array);
      expect(await similarityOf(encoderMethod(encoder, energy), ...texts)).toBeCloseTo(expected, 5);
    },
  );
});
