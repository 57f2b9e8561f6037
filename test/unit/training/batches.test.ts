import { beforeAll, describe, expect, it } from 'vitest';
import {
  GENERAL_BATCH,
  Kinship,
  type TrainingBatch,
} from '../../../models/training/batches/batches';
import { type Lexicon, readLexicon } from '../../../models/training/lexicon/lexicon';
import { orderByMeaning } from '../../../models/training/meaningOrder';
import { PackedTexts } from '../../../models/training/packedTexts';
import { randomFor } from '../../../models/training/random';
import { pairs, smallBatches, teacher } from './support';

let lexicon: Lexicon;
beforeAll(async () => {
  lexicon = await readLexicon('nowhere');
});

const kinshipAt = (batch: TrainingBatch, row: number, column: number) =>
  batch.kinship[row * (batch.genuine + batch.counterfeits) + column];

describe('Batches', () => {
  it('lays out sequences as the counts say', () => {
    const batch = smallBatches({ lexicon, teacher }).draw(randomFor(1, 2));
    const { genuine, counterfeits, labelled, graded, soft } = batch;
    expect(batch.sequences).toHaveLength(
      2 * genuine + counterfeits + 2 * (labelled + graded) + soft,
    );
    expect(genuine).toBeGreaterThan(GENERAL_BATCH.genuine);
    expect(counterfeits).toBeGreaterThan(0);
    expect([labelled, graded, soft]).toEqual([
      GENERAL_BATCH.labelled,
      GENERAL_BATCH.graded,
      GENERAL_BATCH.soft,
    ]);
    expect(batch.kinship).toHaveLength(genuine * (genuine + counterfeits));
    expect(batch.isDuplicate).toHaveLength(labelled + graded);
    expect(batch.similarity).toHaveLength(soft * soft);
  });

  it('draws without rewordings, counterfeits and soft targets where there is nothing to make them of', () => {
    const batch = smallBatches().draw(randomFor(1, 2));
    expect([batch.genuine, batch.counterfeits, batch.soft]).toEqual([GENERAL_BATCH.genuine, 0, 0]);
  });

  it('bars a pair, and pairs of one identity, from being imposites', () => {
    const batch = smallBatches().draw(randomFor(1, 2));
    for (let i = 0; i < batch.genuine; i++) expect(kinshipAt(batch, i, i)).toBe(Kinship.barred);
    // 48 pairs in 144 places: each identity is there about three times.
    const barred = batch.kinship.filter((kinship) => kinship === Kinship.barred).length;
    expect(barred).toBeGreaterThan(2 * batch.genuine);
    expect(barred).toBeLessThan(8 * batch.genuine);
  });

  it('gives each counterfeit one owner', () => {
    const batch = smallBatches({ lexicon }).draw(randomFor(1, 2));
    for (let k = 0; k < batch.counterfeits; k++) {
      const owners = Array.from({ length: batch.genuine }, (_, row) =>
        kinshipAt(batch, row, batch.genuine + k),
      ).filter((kinship) => kinship === Kinship.counterfeit);
      expect(owners).toHaveLength(1);
    }
  });

  it('draws the same batch from the same numbers', () => {
    const batches = smallBatches({ lexicon, teacher });
    expect(batches.draw(randomFor(4, 4))).toEqual(batches.draw(randomFor(4, 4)));
  });
});

describe('PackedTexts', () => {
  it.each([[[]], [['']], [['plain', '', 'naïve 漢字 🙂', 'end']]])('gives back %j', (texts) => {
    const packed = new PackedTexts(texts);
    expect(Array.from({ length: packed.length }, (_, i) => packed.at(i))).toEqual(texts);
  });
});

describe('orderByMeaning', () => {
  const texts = pairs.flatMap(({ a, b }) => [a, b]);
  const order = orderByMeaning(texts, teacher, randomFor(2, 2));

  it('is a permutation', () => {
    expect([...order].sort((i, j) => i - j)).toEqual(texts.map((_, i) => i));
  });

  it('puts near texts beside each other', () => {
    const vectors = teacher.embed(texts);
    const cosine = (i: number, j: number) =>
      vectors[i]?.reduce((sum, x, k) => sum + x * (vectors[j]?.[k] ?? 0), 0) ?? 0;
    const mean = (steps: readonly (readonly [number, number])[]) =>
      steps.reduce((sum, [i, j]) => sum + cosine(i, j), 0) / steps.length;
    const beside = [...order].slice(1).map((j, k) => [order[k] as number, j] as const);
    const anywhere = texts.map((_, i) => [i, (i * 37 + 11) % texts.length] as const);
    expect(mean(beside)).toBeGreaterThan(mean(anywhere));
  });

  it('copes with texts that are all the same', () => {
    const same = Array.from({ length: 100 }, () => 'same');
    expect(new Set(orderByMeaning(same, teacher, randomFor(2, 2))).size).toBe(100);
  });
});
