import { Lines } from '../../documents/lines';
import { countProseWords, normalise } from '../../embeddings/words';
import { siteFinder } from '../../filters/groups/site';
import { extractInPieces } from '../../passages/extract';
import type { Passage } from '../../passages/passage';
import { subjectOf } from '../../passages/subject';
import { finish } from '../../timeSlice';
import type { DocumentInput } from '../finder';
import type { Silence } from '../twin';
import { detached, sharedText, siteDetacher } from './detached';
import { PackedSilences } from './packedSilences';
import type { PlacedText } from './placedText';

/** Passages that are placed before work may pause: a millisecond or less. */
const AT_ONCE = 4;

/** What is known of a document by itself; both lists are in source order. */
export interface PlacedDocument {
  /** The passages that its policy allows to be reported. */
  readonly placed: readonly PlacedText[];
  /** Those that would be, but for a filter of single passages or for their author; made each time that somebody asks. */
  readonly silenced: readonly Silence[];
}

/** Extracts a document's passages and finds their places. */
export function placeDocument(document: DocumentInput): PlacedDocument {
  return finish(placeInPieces(document));
}

/** The same, yielding now and then, so that its caller may pause. */
export function* placeInPieces(document: DocumentInput): Generator<void, PlacedDocument> {
  const { uri, languageId, text, policy, path = uri } = document;
  const { disabledFilters } = policy;
  const lines = new Lines(text);
  const isWanted = ({ kind, text: prose }: Passage) =>
    policy.kinds.has(kind) && countProseWords(prose) >= policy.minWords;
  const place = ({ kind, start, end }: Passage, prose: string) => ({
    uri,
    kind,
    start: lines.positionAt(start),
    end: lines.positionAt(end),
    text: prose,
  });
  const extraction = yield* extractInPieces(text, languageId, {
    path,
    ...(disabledFilters && { disabledFilters }),
    isWanted,
  });
  const siteOf = siteFinder(text, languageId, path);
  const detachSite = siteDetacher();
  const placed: PlacedText[] = [];
  for (const [at, passage] of extraction.passages.entries()) {
    const subject = subjectOf(text, passage, languageId);
    const normal = normalise(passage.text);
    placed.push({
      passage: place(passage, detached(passage.text)),
      normal,
      policy,
      site: detachSite(siteOf(passage, normal)),
      ...(subject !== undefined && { subject: sharedText(subject) }),
    });
    if (at % AT_ONCE === 0) yield;
  }
  const silenced = extraction.silenced.map((passage) => {
    return { passage: place(passage, sharedText(passage.text)), silencedBy: passage.silencedBy };
  });
  return new LazyDocument(placed, new PackedSilences(uri, silenced));
}

/** Silenced passages of a document, in a form that takes little. */
interface Silences {
  list(): readonly Silence[];
}

/** A document whose silenced passages are made when asked for. A class: engines keep a description for each getter of a literal. */
export class LazyDocument implements PlacedDocument {
  readonly placed: readonly PlacedText[];
  readonly #silences: Silences;

  constructor(placed: readonly PlacedText[], silences: Silences) {
    this.placed = placed;
    this.#silences = silences;
  }

  get silenced(): readonly Silence[] {
    return this.#silences.list();
  }
}
