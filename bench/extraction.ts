import { realpath } from 'node:fs/promises';
import { readComments } from '../server/src/core/passages/commentCandidates';
import { extractPassages } from '../server/src/core/passages/extract';
import { languageById } from '../server/src/core/passages/languages';
import { readSources, type Source } from '../test/precision/sources';
import type { Row } from './encoder';

/** Less text than this (bytes) says nothing. */
const LEAST = 200_000;

/** How fast the sources of one language were read; megabytes are 10^6 bytes of UTF-8, a second is processor time. */
export interface Speed {
  readonly languageId: string;
  readonly megabytes: number;
  /** MB/s of each kind of work, in its order. */
  readonly speeds: readonly number[];
}

/** What is measured; each answers with a number, so that nothing can be optimised away. */
const WORK: Readonly<Record<string, (source: Source) => number>> = {
  loop: ({ text }) => {
    let spaces = 0;
    for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) === 32) spaces++;
    return spaces;
  },
  scan: ({ text, languageId }) => {
    const dialect = languageById(languageId)?.dialect;
    return dialect !== undefined && 'comments' in dialect ? dialect.comments(text).length : 0;
  },
  passages: ({ text, languageId }) => {
    const dialect = languageById(languageId)?.dialect;
    if (dialect === undefined) return 0;
    return ('prose' in dialect ? dialect.prose(text) : readComments(text, dialect)).length;
  },
  filtered: ({ text, languageId, path }) => {
    const { passages, silenced } = extractPassages(text, languageId, { path });
    return passages.length + silenced.length;
  },
};

/**
 * Measures repositories language by language, and all together where there are several.
 *
 * @param rounds of which the best counts.
 * @param only the one language that is measured.
 */
export async function measureExtraction(
  folders: readonly string[],
  rounds: number,
  only?: string,
): Promise<Speed[]> {
  const sources: Source[] = [];
  for (const folder of folders) {
    sources.push(...(await readSources(await realpath(folder))).sources);
  }
  const ids = [...new Set(sources.map(({ languageId }) => languageId))].sort();
  const groups = ids
    .filter((id) => only === undefined || id === only)
    .map((id) => ({ id, sources: sources.filter(({ languageId }) => languageId === id) }))
    .filter((group) => sizeOf(group.sources) >= LEAST);
  const rows = groups.map((group) => measure(group.id, group.sources, rounds));
  if (rows.length > 1) {
    rows.push(
      measure(
        'all',
        groups.flatMap((group) => group.sources),
        rounds,
      ),
    );
  }
  return rows;
}

/** The same as rows of the benchmark: what a scan of the workspace does, and its share of the loop's speed. */
export async function benchExtraction(folders: readonly string[], rounds: number): Promise<Row[]> {
  return (await measureExtraction(folders, rounds)).flatMap(({ languageId, megabytes, speeds }) => {
    const name = `${languageId}, ${megabytes.toFixed(1)} MB`;
    return [
      { measure: `passages of ${name}, filtered`, value: speeds.at(-1) ?? 0, unit: 'MB/s' },
      { measure: '… found, not filtered', value: speeds.at(-2) ?? 0, unit: 'MB/s' },
    ];
  });
}

function measure(languageId: string, sources: readonly Source[], rounds: number): Speed {
  const megabytes = sizeOf(sources) / 1e6;
  const speeds = Object.values(WORK).map(
    (work) => megabytes / bestTime(() => sum(sources, work), rounds),
  );
  return { languageId, megabytes, speeds };
}

function sum(sources: readonly Source[], work: (source: Source) => number): number {
  let total = 0;
  for (const source of sources) total += work(source);
  return total;
}

/** Seconds of processor time, all threads counted: a busy machine does not make it longer. */
function bestTime(work: () => number, rounds: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1e6);
  }
  return best;
}

function sizeOf(sources: readonly Source[]): number {
  return sources.reduce((total, { text }) => total + Buffer.byteLength(text), 0);
}
