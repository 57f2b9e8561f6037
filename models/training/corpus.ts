import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { normalise, wordsOf } from '../../server/src/core/embeddings/words';
import { linesOf, type Pair, readPairs } from './pairFiles';
import { fractionOf } from './random';
import { type Source, sources } from './sources';

/** Share of each source that is held out for validation and calibration. */
const HELD_OUT = 0.03;

/** The pairs of a source that are never trained on. */
export interface HeldOut {
  readonly source: Source;
  readonly heldOut: readonly Pair[];
}

/** A source's pairs, apart from those held out. */
export interface SourcePairs extends HeldOut {
  readonly training: readonly Pair[];
}

/**
 * Reads all sources under `folder` and splits each: pairs with one key (one API member, documented by several
 * projects) fall on one side together, so validation texts are never trained on.
 *
 * @throws Error naming the first file that is missing or malformed, and the remedy.
 */
export async function readSources(folder: string): Promise<SourcePairs[]> {
  const result: SourcePairs[] = [];
  for (const source of sources) {
    const file = path.join(folder, 'train', `${source.name}.jsonl.gz`);
    if (!existsSync(file)) {
      throw new Error(
        `${file} is missing: pass the data folder with --data, or your own pairs with --pairs`,
      );
    }
    result.push(split(source, await readPairs(file)));
  }
  return result;
}

/**
 * Reads a file of one's own pairs: those that are the same serve as genuine pairs, all of them as labelled ones.
 *
 * @throws Error naming the file when it cannot be read, is malformed or holds too little.
 */
export async function readOwnPairs(file: string): Promise<SourcePairs[]> {
  const pairs = await readPairs(file);
  const name = path.basename(file).replace(/\.(jsonl|tsv)(\.gz)?$/, '');
  const own = { weight: 1, licence: 'your own', isGeneral: true } as const;
  const genuine = split(
    { ...own, name, use: 'paraphrase', calibrates: () => true, imposites: `${name}-labelled` },
    pairs.filter(({ isDuplicate }) => isDuplicate === 1),
  );
  const labelled = split({ ...own, name: `${name}-labelled`, use: 'labelled' }, pairs);
  if (genuine.training.length === 0 || genuine.heldOut.length === 0) {
    throw new Error(`${file} holds too few pairs with y = 1: some hundred are needed`);
  }
  return [genuine, labelled];
}

function split(source: Source, all: readonly Pair[]): SourcePairs {
  let pairs = all.filter((pair) => source.keep?.(pair) ?? true);
  const { neighbourhood } = source;
  if (neighbourhood) {
    const placed = pairs.map((pair) => ({ pair, place: neighbourhood(pair) }));
    placed.sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0));
    pairs = placed.map(({ pair }) => pair);
  }
  const isHeldOut = (pair: Pair) =>
    fractionOf(String(pair.extra.key ?? normalise(pair.a))) < HELD_OUT;
  return {
    source,
    training: pairs.filter((pair) => !isHeldOut(pair)),
    heldOut: pairs.filter(isHeldOut),
  };
}

/** How often each word occurs in the training pairs and, where present, in the unlabelled texts. */
export async function countWords(
  folder: string | undefined,
  pairs: readonly SourcePairs[],
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const count = (text: string) => {
    for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  };
  for (const { training } of pairs) {
    for (const { a, b } of training) {
      count(a);
      count(b);
    }
  }
  if (folder !== undefined) for await (const line of unlabelledLines(folder)) count(line);
  return counts;
}

/** Words of a text that is worth rewording or comparing. */
const LEAST_WORDS = 3;
const MOST_WORDS = 60;

/** The unlabelled texts of `folder`, each once, without fragments and pages. */
export async function readUnlabelled(folder: string): Promise<string[]> {
  const texts = new Set<string>();
  for await (const line of unlabelledLines(folder)) {
    const words = line.split(' ').length;
    if (words >= LEAST_WORDS && words <= MOST_WORDS) texts.add(line);
  }
  return [...texts];
}

/** The lines of all files of `unlabelled/`, in the files' alphabetical order; none where there is no such folder. */
async function* unlabelledLines(folder: string): AsyncGenerator<string> {
  const unlabelled = path.join(folder, 'unlabelled');
  if (!existsSync(unlabelled)) return;
  for (const name of (await readdir(unlabelled)).sort())
    yield* linesOf(path.join(unlabelled, name));
}
