import { encodeFrame, readFrames } from '../embeddings/cache/frame';
import type { Policy } from '../twins/placed/policy';
import type { TwinGroup } from '../twins/twin';
import type { FileStamp } from '../workspace';

/** Raise it when the layout changes. */
const FORMAT = 1;
/** What goes into one frame: written in a few milliseconds. */
const FRAME_ROWS = 1000;
const FRAME_GROUPS = 500;

/** What a scan found. */
export interface ScanAnswer {
  /** As the finder reports them. */
  readonly groups: readonly TwinGroup[];
  /** How many passages each filter silenced, by its name. */
  readonly silenced: Readonly<Record<string, number>>;
  readonly documents: number;
  readonly passages: number;
}

/** A file that was scanned, and all that its passages follow from beside its text. */
export type AnswerRow = readonly [
  uri: string,
  path: string,
  languageId: string,
  /** Its place in the policies. */
  policy: number,
  size: number,
  modified: number,
  changed: number,
];

/** A scan as it is kept. */
export interface KeptScan {
  readonly rows: readonly AnswerRow[];
  /** Policies in words, see `wordsOf`. */
  readonly policies: readonly string[];
  readonly answer: ScanAnswer;
}

interface Parts {
  readonly format: number;
  readonly identity: string;
  readonly policies: readonly string[];
  readonly rows: readonly AnswerRow[];
  readonly groups: readonly TwinGroup[];
  readonly end: Omit<ScanAnswer, 'groups'>;
}

/** All of a policy that bears on a scan, to be compared with others. */
export function wordsOf({ threshold, minWords, kinds, scope, disabledFilters }: Policy): string {
  const disabled = [...(disabledFilters ?? [])].sort();
  return JSON.stringify([threshold, minWords, [...kinds].sort(), scope, disabled]);
}

/** The row of a document as its file was. */
export function rowOf(
  { uri, path = uri, languageId }: { uri: string; path?: string; languageId: string },
  policy: number,
  { size, modified, changed }: FileStamp,
): AnswerRow {
  return [uri, path, languageId, policy, size, modified, changed];
}

/** Writes a scan as frames: what it is of, its files, its groups, the rest. */
export function encodeScan(identity: string, { rows, policies, answer }: KeptScan): Uint8Array[] {
  const { groups, ...end } = answer;
  const frames = [encodeFrame({ format: FORMAT, identity, policies })];
  for (let at = 0; at < rows.length; at += FRAME_ROWS) {
    frames.push(encodeFrame({ rows: rows.slice(at, at + FRAME_ROWS) }));
  }
  for (let at = 0; at < groups.length; at += FRAME_GROUPS) {
    frames.push(encodeFrame({ groups: groups.slice(at, at + FRAME_GROUPS) }));
  }
  frames.push(encodeFrame({ end }));
  return frames;
}

/** Reads a scan. @returns undefined unless all of it is there and of that identity. */
export function decodeScan(bytes: Uint8Array, identity: string): KeptScan | undefined {
  const rows: AnswerRow[] = [];
  const groups: TwinGroup[] = [];
  let policies: readonly string[] | undefined;
  for (const frame of readFrames(bytes)) {
    const part = frame as Partial<Parts> | null | undefined;
    if (typeof part !== 'object' || part === null) return undefined;
    if (!policies) {
      if (part.format !== FORMAT || part.identity !== identity) return undefined;
      policies = part.policies ?? [];
    }
    for (const row of part.rows ?? []) rows.push(row);
    for (const group of part.groups ?? []) groups.push(group);
    if (part.end) return { rows, policies, answer: { ...part.end, groups } };
  }
  return undefined;
}
