import {
  encodeFrame,
  encodeNumbers,
  encodeText,
  FramedText,
  readFrames,
} from '../embeddings/cache/frame';
import type { TwinSnapshot } from '../twins/graph/keptTwins';
import type { JudgementSnapshot } from '../twins/groups/keptJudgements';
import type { PlacedDocument } from '../twins/placed/placeDocument';
import type { FileStamp } from '../workspace';
import { countPlaced, type DocumentRecord, endOf, recordDocument } from './documentRecord';
import { StringReader, StringTable } from './strings';

/** Raise it when the layout changes. */
const FORMAT = 2;
/** What goes into one frame: read, and written, in a few milliseconds. */
const FRAME_CHARACTERS = 200_000;
const FRAME_DOCUMENTS = 100;
const FRAME_NUMBERS = 30_000;
const FRAME_JUDGEMENTS = 1000;
/** Texts that are looked up before work may pause: a fraction of a millisecond. */
const AT_ONCE = 512;

/** What a document was made from. */
export interface DocumentSource {
  /** Undefined where it is not to be trusted. */
  readonly stamp: FileStamp | undefined;
  /** A hash of its text. */
  readonly content: string;
  /** All that its passages follow from beside the text. */
  readonly shape: string;
}

/** A document as it is kept. */
export interface KeptDocument extends DocumentSource {
  readonly record: DocumentRecord;
  /** Passages placed in the documents before it. */
  readonly first: number;
}

/** A document to be kept. */
export type WrittenDocument = readonly [
  uri: string,
  source: DocumentSource,
  document: PlacedDocument,
];

/** What a snapshot holds. */
export interface Snapshot {
  readonly documents: Map<string, KeptDocument>;
  readonly strings: StringReader;
  readonly twins: TwinSnapshot;
  /** Passages are numbered as they follow each other in the documents. */
  readonly judgements: JudgementSnapshot;
}

type Row = readonly [uri: string, content: string, shape: number, stamp: FileStamp | null];

/**
 * Writes a snapshot as frames: what it is of, texts, documents, twins, judgements, and how many frames there are. Yields each
 * frame once it is made, so that none needs to stay, and `undefined` after other pieces of work.
 *
 * @param identity what must be the same for it to be read.
 */
export function* encodeSnapshot(
  identity: string,
  documents: readonly WrittenDocument[],
  twins: TwinSnapshot,
  judgements: JudgementSnapshot,
): Generator<Uint8Array | undefined, void> {
  const table = new StringTable();
  yield* addFirst(documents, table);
  const rows: Row[] = [];
  const records: (readonly number[])[] = [];
  for (const [uri, { stamp, content, shape }, document] of documents) {
    records.push(recordDocument(document, table));
    rows.push([uri, content, table.add(shape), stamp ?? null]);
    yield;
  }
  const texts: number[] = [];
  for (const text of twins.texts) {
    texts.push(table.add(text));
    if (texts.length % AT_ONCE === 0) yield;
  }
  let frames = 0;
  for (const frame of makeFrames()) {
    frames++;
    yield frame;
  }
  const { radius, cut } = twins;
  yield encodeFrame({ radius, cut, frames });

  function* makeFrames(): Generator<Uint8Array> {
    yield encodeFrame({ format: FORMAT, identity });
    for (const some of cutTexts(table.texts)) {
      yield encodeNumbers(some.map(({ length }) => length));
      yield encodeText(some.join(''));
    }
    for (let at = 0; at < rows.length; at += FRAME_DOCUMENTS) {
      const end = at + FRAME_DOCUMENTS;
      yield encodeNumbers(records.slice(at, end).flat());
      yield encodeFrame({ documents: rows.slice(at, end) });
    }
    const { edges } = twins;
    for (let at = 0; at < Math.max(texts.length, edges.length); at += FRAME_NUMBERS) {
      const end = at + FRAME_NUMBERS;
      yield encodeFrame({ texts: texts.slice(at, end), edges: edges.slice(at, end) });
    }
    for (let at = 0; at < judgements.length; at += FRAME_JUDGEMENTS) {
      yield encodeFrame({ judgements: judgements.slice(at, at + FRAME_JUDGEMENTS) });
    }
  }
}

/** What every start reads comes first, then what it reads of twins: the rest, in frames of its own, is hardly ever decoded. */
function* addFirst(
  documents: readonly WrittenDocument[],
  table: StringTable,
): Generator<undefined> {
  for (const [, { shape }, { placed }] of documents) {
    table.add(shape);
    for (const { normal } of placed) table.add(normal);
    yield;
  }
  for (const [, , { placed }] of documents) {
    for (const { passage } of placed) table.add(passage.text);
    yield;
  }
}

/**
 * Reads a snapshot. Yields after each frame.
 *
 * @returns undefined unless all of it is there and of that identity: none is better than half of one.
 * @throws RangeError for one that `encodeSnapshot` does not make.
 */
export function* decodeSnapshot(
  bytes: Uint8Array,
  identity: string,
): Generator<void, Snapshot | undefined> {
  const strings = new StringReader();
  const [texts, edges]: [number[], number[]] = [[], []];
  const documents = new Map<string, KeptDocument>();
  const judgements: JudgementSnapshot[number][] = [];
  let numbers: Int32Array = new Int32Array();
  let first = 0;
  let count = 0;
  for (const frame of readFrames(bytes)) {
    if (frame === undefined || frame === null) return undefined;
    const part = frame as Partial<Parts>;
    if (count === 0 && (part.format !== FORMAT || part.identity !== identity)) return undefined;
    if (part.radius !== undefined) {
      if (part.frames !== count) return undefined;
      const { radius, cut = [] } = part;
      const twins = { radius, texts: texts.map((text) => strings.at(text)), cut, edges };
      return { documents, strings, twins, judgements };
    }
    // Numbers are of what follows.
    if (frame instanceof Int32Array) numbers = frame;
    if (frame instanceof FramedText) strings.add(frame, numbers);
    if (typeof frame === 'string') strings.add({ text: frame }, numbers);
    for (const text of part.texts ?? []) texts.push(text);
    for (const number of part.edges ?? []) edges.push(number);
    for (const judgement of part.judgements ?? []) judgements.push(judgement);
    let at = 0;
    for (const [uri, content, shape, stamp] of part.documents ?? []) {
      const record = { numbers, at };
      const source = { stamp: stamp ?? undefined, content, shape: strings.at(shape) };
      documents.set(uri, { ...source, record, first });
      at = endOf(record);
      first += countPlaced(record);
    }
    count++;
    yield;
  }
  return undefined;
}

interface Parts {
  readonly format: number;
  readonly identity: string;
  readonly documents: readonly Row[];
  readonly texts: readonly number[];
  readonly edges: readonly number[];
  readonly judgements: JudgementSnapshot;
  readonly radius: number;
  readonly cut: readonly number[];
  readonly frames: number;
}

function* cutTexts(texts: readonly string[]): Generator<readonly string[]> {
  let start = 0;
  let characters = 0;
  for (let at = 0; at < texts.length; at++) {
    characters += (texts[at] as string).length;
    if (characters < FRAME_CHARACTERS) continue;
    yield texts.slice(start, at + 1);
    start = at + 1;
    characters = 0;
  }
  if (start < texts.length) yield texts.slice(start);
}
