import { FILTERS } from '../filters';
import type { Filter, FilterContext } from '../filters/filter';
import { finish } from '../twins/timeSlice';
import { type Candidate, wholeOf } from './candidate';
import { readComments } from './commentCandidates';
import { silencedByAuthor } from './ignoreDirectives';
import { languageById } from './languages';
import type { Extraction, Passage, SilencedPassage } from './passage';

/** How many of a file's first comments or paragraphs may speak for the whole file. */
const LEADING = 4;

/** What extraction may know of a document beside its text. */
export interface ExtractionOptions {
  /** Relative to its folder, forward slashes: some filters go by names of files and folders. */
  readonly path?: string;
  /** Names of filters that are switched off. */
  readonly disabledFilters?: ReadonlySet<string>;
}

/**
 * The prose of a source, and what of it is legitimate repetition.
 *
 * Total: any string has an answer, found in linear time. A language that is not read has no passages.
 */
export function extractPassages(
  source: string,
  languageId: string,
  options: ExtractionOptions = {},
): Extraction {
  return finish(extractInPieces(source, languageId, options));
}

/** The same, yielding now and then, so that its caller may pause. */
export function* extractInPieces(
  source: string,
  languageId: string,
  { path = '', disabledFilters }: ExtractionOptions = {},
): Generator<void, Extraction> {
  const candidates = readCandidates(source, languageId);
  yield;
  const wholes = [...new Set(candidates.map(wholeOf))];
  const byAuthor = silencedByAuthor(source, wholes);
  const filters = disabledFilters
    ? FILTERS.filter(({ name }) => !disabledFilters.has(name))
    : FILTERS;
  const byFilter = filterNamer(filters, wholes, { source, languageId, path });
  const passages: Passage[] = [];
  const silenced: SilencedPassage[] = [];
  for (const candidate of candidates) {
    const silencedBy = byAuthor.has(wholeOf(candidate)) ? 'ignore-directive' : byFilter(candidate);
    const passage = passageOf(candidate);
    if (silencedBy === undefined) passages.push(passage);
    else silenced.push({ ...passage, silencedBy });
    yield;
  }
  return { passages, silenced };
}

function passageOf(candidate: Candidate): Passage {
  const { lines: _, tags: _tags, described: _described, whole: _whole, ...passage } = candidate;
  return passage;
}

/** A function that names the first filter that silences a candidate; each comment is judged but once. */
function filterNamer(
  filters: readonly Filter[],
  wholes: readonly Candidate[],
  context: FilterContext,
): (candidate: Candidate) => string | undefined {
  const leading = wholes.slice(0, LEADING);
  const ofFile = filters.find(
    ({ scope, matches }) => scope === 'file' && leading.some((whole) => matches(whole, context)),
  );
  const ofComments = new Map<Candidate, Filter | undefined>();
  const ofComment = (whole: Candidate): Filter | undefined => {
    if (!ofComments.has(whole)) {
      const isHit = ({ scope, matches }: Filter) => scope === 'comment' && matches(whole, context);
      ofComments.set(whole, filters.find(isHit));
    }
    return ofComments.get(whole);
  };
  return (candidate) => {
    const known = ofComment(wholeOf(candidate));
    return filters.find((filter) =>
      filter.scope === 'passage'
        ? filter.matches(candidate, context)
        : filter === ofFile || filter === known,
    )?.name;
  };
}

function readCandidates(source: string, languageId: string): Candidate[] {
  const dialect = languageById(languageId)?.dialect;
  if (dialect === undefined) return [];
  return 'prose' in dialect ? dialect.prose(source) : readComments(source, dialect);
}
