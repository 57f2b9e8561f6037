import { existsSync, readFileSync } from 'node:fs';
import { readFile, realpath, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { findJscpd } from '../../bench/jscpd';
import type { Report } from '../../server/src/core/reports/report';
import { isWithin } from '../../server/src/node/files/paths';
import { findPotion } from './baselines/potion';
import { shingles } from './baselines/shingles';
import { countByFilter, type FilterCounts, renderFilterTable } from './filterTable';
import type { Planting } from './garden';
import { harvest, holdsPlants, type Rivals } from './harvest';
import { parseLabels, renderSkeleton } from './labels';
import { dealPlants } from './planting';
import { parsePlants } from './plants';
import { measurePrecision, renderPrecision, type ScannedGroups } from './precision';
import { type Harvest, renderRecall } from './recall';
import { drawWarnings, type Warning } from './sample';
import { type Repository, type Sensitivity, scanRepository, warningsOf } from './scanRepository';
import { splitLines } from './sources';
import { type ReadLines, renderWorksheet } from './worksheet';

/** The repository of Text Twin: the program runs from its `dist`. */
export const ROOT = path.join(__dirname, '..');
/** A repository may fill a fifth of a sample of 300. */
const MOST_PER_REPOSITORY = 60;

/** What was asked for, checked. */
export interface Request {
  readonly repositories: readonly Repository[];
  readonly sensitivity: Sensitivity;
  readonly seed: number;
}

/** Draws warnings; writes the worksheet and the lines to fill in beside it. */
export async function sample(request: Request, count: number, output: string): Promise<void> {
  const skeleton = `${output.replace(/\.md$/, '')}.labels.jsonl`;
  const folder = await realpath(path.dirname(output));
  if (isWithin(await realpath(ROOT), folder)) {
    throw new Error(`${output} is inside this repository, and a worksheet quotes others' texts`);
  }
  // Hours of labelling may be in it.
  if (existsSync(skeleton)) throw new Error(`${skeleton} exists; move it or choose another name`);
  const scanned = await scanAll(request);
  const all = [...scanned].flatMap(([repository, groups]) =>
    warningsOf({ groups }).map((group): Warning => ({ repository, group })),
  );
  const options = { count, seed: request.seed, perRepository: MOST_PER_REPOSITORY };
  const drawn = drawWarnings(all, options);
  await writeFile(output, renderWorksheet(drawn, lineReader(request.repositories)));
  await writeFile(skeleton, renderSkeleton(drawn, request.sensitivity), { flag: 'wx' });
  print(`${drawn.length} of ${all.length} warnings written to ${output} and ${skeleton}\n`);
}

/** Prints precision from the labels drawn at a sensitivity and a fresh scan. */
export async function report(request: Request, file: string): Promise<void> {
  const labels = parseLabels(await readFile(file, 'utf8'), file);
  const drawn = labels.filter(({ sensitivity }) => sensitivity === request.sensitivity);
  if (drawn.length === 0) throw new Error(`${file} has no labels drawn at ${request.sensitivity}`);
  const labelled = new Set(drawn.map(({ repository }) => repository));
  const repositories = request.repositories.filter(({ name }) => labelled.has(name));
  const scanned = await scanAll({ ...request, repositories });
  print(renderPrecision(measurePrecision(drawn, scanned)));
}

/** Prints the warnings per 10,000 lines of folders before and after each filter. */
export async function filters(folders: readonly string[], sensitivity: Sensitivity): Promise<void> {
  const counts: FilterCounts[] = [];
  for (const folder of folders) {
    note(`scanning ${folder} once for each filter`);
    counts.push(await countByFilter(path.resolve(folder), sensitivity));
  }
  print(renderFilterTable(counts));
}

/** Prints how many planted duplicates come back. */
export async function recall(
  { repositories, seed }: Request,
  planting: Planting,
  file: string,
  peers: string,
): Promise<void> {
  const plants = parsePlants(await readFile(file, 'utf8'), file);
  const fertile: Repository[] = [];
  for (const repository of repositories) {
    if (await holdsPlants(repository, planting)) fertile.push(repository);
    else note(`${repository.name} has fewer than two files that can hold a comment; left out`);
  }
  if (fertile.length === 0) throw new Error('no repository can hold a plant');
  const potion = await findPotion(peers);
  if (!potion) note(`no potion in ${peers}; left out`);
  const rivals: Rivals = {
    baselines: potion ? [shingles, potion] : [shingles],
    jscpd: await findJscpd(),
  };
  if (!rivals.jscpd) note('npx cannot get jscpd; left out');
  const shares = dealPlants(plants, fertile.length, seed);
  const season = { planting, seed, rivals };
  const harvests: Harvest[] = [];
  for (const [at, repository] of fertile.entries()) {
    note(`planting in a copy of ${repository.name}`);
    harvests.push(await harvest(repository, shares[at] ?? [], season));
  }
  print(renderRecall(harvests, rivals.baselines));
}

async function scanAll({ repositories, sensitivity }: Request): Promise<ScannedGroups> {
  const scanned = new Map<string, Report['groups']>();
  for (const { name, folder } of repositories) {
    note(`scanning ${name}`);
    scanned.set(name, (await scanRepository(folder, sensitivity)).groups);
  }
  return scanned;
}

function lineReader(repositories: readonly Repository[]): ReadLines {
  const folders = new Map(repositories.map(({ name, folder }) => [name, folder]));
  return (repository, file) => {
    const place = path.join(folders.get(repository) ?? '', file);
    return existsSync(place) ? splitLines(readFileSync(place, 'utf8')) : undefined;
  };
}

function print(text: string): void {
  process.stdout.write(text);
}

function note(text: string): void {
  process.stderr.write(`precision: ${text}\n`);
}
