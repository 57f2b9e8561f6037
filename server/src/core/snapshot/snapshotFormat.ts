import { encodeFrame, readFrames } from '../embeddings/cache/frame';
import type { JudgementSnapshot } from '../twins/keptJudgements';
import type { TwinSnapshot } from '../twins/keptTwins';
import type { PlacedDocument } from '../twins/placeDocument';
import type { FileStamp } from '../workspace';
import { countPlaced, type DocumentRecord, recordDocument } from './documentRecord';
import { StringReader, StringTable } from './strings';

/** Raise it when the layout changes. */
const FORMAT = 1;
/** What goes into one frame: read, and written, in a few milliseconds. */
const FRAME_CHARACTERS = 200_000;
const FRAME_DOCUMENTS = 100;
const FRAME_NUMBERS = 30_000;
const FRAME_JUDGEMENTS = 1000;

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

/** What a snapshot holds. */
export interface Snapshot {
  readonly documents: Map<string, KeptDocument>;
  readonly strings: StringReader;
  readonly twins: TwinSnapshot;
  /** Passages are numbered as they follow each other in the documents. */
  readonly judgements: JudgementSnapshot;
}

type Row = readonly [
  string,
  string,
  number,
  readonly number[],
  readonly number[],
  FileStamp | null,
];

/**
 * Writes a snapshot as frames: what it is of, texts, documents, twins, judgements, and how many frames there are. Yields after
 * each piece of work, so that its caller may pause.
 *
 * @param identity what must be the same for it to be read.
 */
export function* encodeSnapshot(
  identity: string,
  documents: Iterable<readonly [uri: string, source: DocumentSource, document: PlacedDocument]>,
  twins: TwinSnapshot,
  judgements: JudgementSnapshot,
): Generator<void, Uint8Array[]> {
  const table = new StringTable();
  const rows: Row[] = [];
  for (const [uri, { stamp, content, shape }, document] of documents) {
    const { placed, silenced } = recordDocument(document, table);
    rows.push([uri, content, table.add(shape), placed, silenced, stamp ?? null]);
    yield;
  }
  const { radius, cut, edges } = twins;
  const texts = twins.texts.map((text) => table.add(text));
  yield;
  const frames = [encodeFrame({ format: FORMAT, identity })];
  for (const strings of cutTexts(table.texts)) {
    frames.push(encodeFrame({ strings }));
    yield;
  }
  for (let at = 0; at < rows.length; at += FRAME_DOCUMENTS) {
    frames.push(encodeFrame({ documents: rows.slice(at, at + FRAME_DOCUMENTS) }));
    yield;
  }
  for (let at = 0; at < Math.max(texts.length, edges.length); at += FRAME_NUMBERS) {
    const end = at + FRAME_NUMBERS;
    frames.push(encodeFrame({ texts: texts.slice(at, end), edges: edges.slice(at, end) }));
    yield;
  }
  for (let at = 0; at < judgements.length; at += FRAME_JUDGEMENTS) {
    frames.push(encodeFrame({ judgements: judgements.slice(at, at + FRAME_JUDGEMENTS) }));
    yield;
  }
  frames.push(encodeFrame({ radius, cut, frames: frames.length }));
  return frames;
}

/**
 * Reads a snapshot. Yields after each frame.
 *
 * @returns undefined unless all of it is there and of that identity: none is better than half of one.
 */
export function* decodeSnapshot(
  bytes: Uint8Array,
  identity: string,
): Generator<void, Snapshot | undefined> {
  const [strings, texts, edges]: [string[], number[], number[]] = [[], [], []];
  const documents = new Map<string, KeptDocument>();
  const judgements: JudgementSnapshot[number][] = [];
  let first = 0;
  let count = 0;
  for (const frame of readFrames(bytes)) {
    if (typeof frame !== 'object' || frame === null) return undefined;
    const part = frame as Partial<Parts>;
    if (count === 0 && (part.format !== FORMAT || part.identity !== identity)) return undefined;
    if (part.radius !== undefined) {
      if (part.frames !== count) return undefined;
      const reader = new StringReader(strings);
      const { radius, cut = [] } = part;
      const twins = { radius, texts: texts.map((text) => reader.at(text)), cut, edges };
      return { documents, strings: reader, twins, judgements };
    }
    for (const text of part.strings ?? []) strings.push(text);
    for (const text of part.texts ?? []) texts.push(text);
    for (const number of part.edges ?? []) edges.push(number);
    for (const judgement of part.judgements ?? []) judgements.push(judgement);
    for (const [uri, content, shape, placed, silenced, stamp] of part.documents ?? []) {
      const record = { placed, silenced };
      documents.set(uri, {
        stamp: stamp ?? undefined,
        content,
        shape: strings[shape] ?? '',
        record,
        first,
      });
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
  readonly strings: readonly string[];
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
