import { resolve } from 'node:path';
import { byPlace } from '../../core/twins/placed/placedText';
import type { SimilarPassage } from '../../core/twins/twin';
import { loadLanceDb } from '../../node/engines/lanceDb';
import { findCandidates } from '../../node/engines/passageTable';
import { type CliEnvironment, withFinder } from '../environment';
import { InputError } from '../errors';

/** Candidates asked of the engine for each passage wanted, and at least: its distances are not the last word. */
const CANDIDATES_PER_PASSAGE = 4;
const LEAST_CANDIDATES = 64;

/**
 * The passages of an engine's table nearest to a text, nearest first.
 *
 * The engine only proposes: each candidate's text is embedded and compared here, so what is shown does not rest on
 * vectors that somebody else wrote.
 *
 * @throws InputError where there is no such table; Error where the engine is not installed.
 */
export async function similarInTable(
  text: string,
  table: string,
  top: number,
  environment: CliEnvironment,
): Promise<readonly SimilarPassage[]> {
  const engine = loadLanceDb(environment.enginesFolder);
  const folder = resolve(environment.terminal.cwd, table);
  return withFinder(environment, async ({ finder, encoder }) => {
    const [embedding] = await encoder.encode([text]);
    if (!embedding) return [];
    const count = Math.max(LEAST_CANDIDATES, CANDIDATES_PER_PASSAGE * top);
    const candidates = await findCandidates(engine, folder, embedding, count).catch((error) => {
      const [reason] = String((error as Error).message).split('\n');
      throw new InputError(`cannot search "${table}": ${reason}`);
    });
    const comparisons = await finder.compareAll(candidates.map((c) => ({ a: text, b: c.text })));
    return comparisons
      .flatMap(({ energy, similarity, differsIn }, i) => {
        const candidate = candidates[i];
        return candidate
          ? [{ ...candidate, energy, similarity, ...(differsIn !== undefined && { differsIn }) }]
          : [];
      })
      .sort((x, y) => x.energy - y.energy || byPlace(x, y))
      .slice(0, top);
  });
}
