import { FILTERS } from '../filters';
import type { Filter, FilterContext } from '../filters/filter';
import { finish } from '../timeSlice';
import { type Candidate, wholeOf } from './candidate';
import { readComments } from './commentCandidates';
import { silencedByAuthor } from './ignoreDirectives';
import { languageById } from './languages';
import type { Extraction, Passage, SilencedPassage } from './passage';

/** How many of a file's first comments or paragraphs may speak for the whole file. */
const LEADING = 4;

/** Candidates that are judged before work may pause: a millisecond or less, and a pause asked for costs as much as one. */
const AT_ONCE = 8;

/** What extraction may know of a document beside its text. */
export interface ExtractionOptions {
  /** Relative to its folder, forward slashes: some filters go by names of files and folders. */
  readonly path?: string;
  /** Names of filters that are switched off. */
  readonly disabledFilters?: ReadonlySet<string>;
  /** Which passages are of use; the others are left out, before any filter looks at them. By default all are. */
  readonly isWanted?: (passage: Passage) => boolean;
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
  { path = '', disabledFilters, isWanted = () => true }: ExtractionOptions = {},
): Generator<void, Extraction> {
  const candidates = readCandidates(source, languageId);
  yield;
  // Most comments of code are a few words: too few to be reported.
  const wanted = candidates.filter(isWanted);
  if (wanted.length === 0) return { passages: [], silenced: [] };
  const wholes = [...new Set(candidates.map(wholeOf))];
  const byAuthor = silencedByAuthor(source, wholes);
  const filters = disabledFilters
    ? FILTERS.filter(({ name }) => !disabledFilters.has(name))
    : FILTERS;
  const byFilter = filterNamer(filters, wholes, { source, languageId, path });
  const passages: Passage[] = [];
  const silenced: SilencedPassage[] = [];
  for (const [at, candidate] of wanted.entries()) {
    const silencedBy = byAuthor.has(wholeOf(candidate)) ? 'ignore-directive' : byFilter(candidate);
    const passage = passageOf(candidate);
    if (silencedBy === undefined) passages.push(passage);
    else silenced.push(Object.assign(passage, { silencedBy }));
    if (at % AT_ONCE === 0) yield;
  }
  return { passages, silenced };
}

/** A candidate without what only filters need. Written out: engines take a microsecond to leave properties out. */
function passageOf({ kind, start, end, text, role, argument, commentEnd }: Candidate): Passage {
  const passage: { -readonly [Key in keyof Passage]: Passage[Key] } = { kind, start, end, text };
  if (role !== undefined) passage.role = role;
  if (argument !== undefined) passage.argument = argument;
  if (commentEnd !== undefined) passage.commentEnd = commentEnd;
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
