import { FILTERS } from '../filters';
import type { Filter, FilterContext } from '../filters/filter';
import type { Candidate } from './candidate';
import { readComments } from './commentCandidates';
import { silencedByAuthor } from './ignoreDirectives';
import { languageById } from './languages';
import type { Extraction, Passage, SilencedPassage } from './passage';

/** How many of a file's first passages may speak for the whole file. */
const LEADING = 4;

/**
 * The prose of a source, and what of it is legitimate repetition.
 *
 * Total: any string has an answer, found in linear time. A language that is not read has no passages.
 */
export function extractPassages(source: string, languageId: string): Extraction {
  const candidates = readCandidates(source, languageId);
  const context: FilterContext = { source, languageId };
  const byAuthor = silencedByAuthor(source, candidates);
  const ofFile = FILTERS.find((filter) => speaksForFile(filter, candidates, context))?.name;
  const passages: Passage[] = [];
  const silenced: SilencedPassage[] = [];
  for (const candidate of candidates) {
    const { kind, start, end, text } = candidate;
    const silencedBy = byAuthor.has(candidate)
      ? 'ignore-directive'
      : FILTERS.find((filter) =>
          filter.scope === 'file' ? filter.name === ofFile : filter.matches(candidate, context),
        )?.name;
    if (silencedBy === undefined) passages.push({ kind, start, end, text });
    else silenced.push({ kind, start, end, text, silencedBy });
  }
  return { passages, silenced };
}

function readCandidates(source: string, languageId: string): Candidate[] {
  const dialect = languageById(languageId)?.dialect;
  if (dialect === undefined) return [];
  return 'prose' in dialect ? dialect.prose(source) : readComments(source, dialect);
}

function speaksForFile(
  filter: Filter,
  candidates: readonly Candidate[],
  context: FilterContext,
): boolean {
  if (filter.scope !== 'file') return false;
  return candidates.slice(0, LEADING).some((candidate) => filter.matches(candidate, context));
}
