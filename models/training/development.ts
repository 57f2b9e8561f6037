import { existsSync } from 'node:fs';
import path from 'node:path';
import { auc } from './metrics';
import { type Pair, readPairs } from './pairFiles';
import { type Comparer, energiesOf } from './validation';

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
  const energies = await energiesOf(pairs, comparer);
  const scored = pairs.map(({ isDuplicate, extra }, i) => ({
    closeness: -(energies[i] as number),
    isDuplicate: isDuplicate >= 0.5,
    kind: String(extra.kind),
  }));
  const aucAmong = (some: typeof scored) =>
    auc(
      some.map(({ closeness }) => closeness),
      some.map(({ isDuplicate }) => isDuplicate),
    );
  const figures: Record<string, number> = { all: aucAmong(scored) };
  for (const kind of new Set(scored.map((pair) => pair.kind))) {
    const own = scored.filter((pair) => pair.kind === kind);
    const others = scored.filter(({ isDuplicate }) => isDuplicate !== own[0]?.isDuplicate);
    figures[kind] = aucAmong([...own, ...others]);
  }
  return figures;
}
