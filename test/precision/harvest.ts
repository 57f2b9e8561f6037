import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Baseline } from './baselines/baseline';
import { findClones } from './baselines/clones';
import type { Planting } from './garden';
import type { Plant } from './plants';
import { type Harvest, keyOf } from './recall';
import { type Repository, scanRepository } from './scanRepository';
import { readPassages, readSources, writeSources } from './sources';

/** Whether the two texts of a pair find a file each. */
export async function holdsPlants({ folder }: Repository, { canHold }: Planting): Promise<boolean> {
  const { sources } = await readSources(folder);
  return sources.filter(canHold).length >= 2;
}

/** How a harvest is brought in. */
export interface Season {
  readonly planting: Planting;
  readonly seed: number;
  readonly rivals: Rivals;
}

/** What finds duplicates in another way. */
export interface Rivals {
  readonly baselines: readonly Baseline[];
  /** The clone detector's program, where it is to be had. */
  readonly jscpd: string | undefined;
}

/** Plants pairs in a copy of a repository and scans the copy at each sensitivity; the repository is only read. */
export async function harvest(
  { folder }: Repository,
  plants: readonly Plant[],
  { planting, seed, rivals: { baselines, jscpd } }: Season,
): Promise<Harvest> {
  const { sources, minWords } = await readSources(folder);
  const { sources: grown, planted } = planting.plantPairs(sources, plants, seed);
  const places = new Set(planted.flatMap(({ original, copy }) => [keyOf(original), keyOf(copy)]));
  const passages = grown.flatMap((source) => readPassages(source, minWords));
  const natural = passages.filter((passage) => !places.has(keyOf(passage)));
  const copy = await mkdtemp(path.join(tmpdir(), 'text-twin-'));
  try {
    await writeSources(grown, folder, copy);
    return {
      planted,
      reports: {
        strict: await scanRepository(copy, 'strict'),
        balanced: await scanRepository(copy, 'balanced', { verbose: true }),
        loose: await scanRepository(copy, 'loose'),
      },
      passages: new Map(passages.map((passage) => [keyOf(passage), passage])),
      natural: new Map(
        baselines.map((baseline) => [
          baseline.name,
          baseline.nearest(natural.map(({ normal }) => normal)),
        ]),
      ),
      clones: jscpd === undefined ? undefined : await findClones(jscpd, copy),
    };
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}
