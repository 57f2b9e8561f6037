import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Pair, readPairs } from './pairFiles';
import { aucOf, type Comparer } from './validation';

/** Our own adversarial pairs: watched while the recipe is tuned, never trained on. */
const FILE = path.join('models', 'evaluation', 'sets', 'adversarial.jsonl');

export async function readDevelopmentPairs(): Promise<readonly Pair[]> {
  return existsSync(FILE) ? readPairs(FILE) : [];
}

/** AUC of the whole set, and of each kind of imposite, or of genuine pair, against all of the other class. */
export async function developmentFigures(
  pairs: readonly Pair[],
  comparer: Comparer,
): Promise<Record<string, number>> {
  if (pairs.length === 0) return {};
  const figures: Record<string, number> = { all: await aucOf(pairs, comparer) };
  for (const kind of new Set(pairs.map(({ extra }) => String(extra.kind)))) {
    const own = pairs.filter(({ extra }) => extra.kind === kind);
    const others = pairs.filter(({ isDuplicate }) => isDuplicate !== own[0]?.isDuplicate);
    figures[kind] = await aucOf([...own, ...others], comparer);
  }
  return figures;
}
