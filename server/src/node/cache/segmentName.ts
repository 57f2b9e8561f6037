import { randomBytes } from 'node:crypto';
import type { ModelIdentity } from '../../core/embeddings/encoder';

/**
 * Where a segment is in its life. `open`: its process may still append; `sealed`: nobody writes it any more;
 * `partial`: it gets its lasting name once it is whole, and nobody reads it before.
 * `snapshot`: what a workspace held, which is no segment of embeddings, but is listed and dropped like one.
 */
export type SegmentState = 'open' | 'sealed' | 'partial' | 'snapshot';

/** What a file name says of a segment. */
export interface SegmentName {
  readonly file: string;
  /** Begins alike for segments of one model and snapshots of one workspace, then sorts by the time of making. */
  readonly stem: string;
  readonly state: SegmentState;
}

const SUFFIXES: Readonly<Record<SegmentState, string>> = {
  open: '.embeddings.open',
  sealed: '.embeddings',
  partial: '.embeddings.partial',
  snapshot: '.workspace',
};

/** A stem that no other process makes. @param prefix see `prefixOf`. */
export function newStem(prefix: string): string {
  const time = Date.now().toString(36).padStart(9, '0');
  return `${prefix}${time}-${randomBytes(6).toString('hex')}`;
}

/** What the segments of a model begin with. */
export function modelPrefix({ sha256 }: ModelIdentity): string {
  return prefixOf(sha256);
}

/** What the files of something begin with, by its SHA-256 in hex. */
export function prefixOf(sha256: string): string {
  return `${sha256.slice(0, 16)}-`;
}

/** The file of a segment. */
export function fileOf(stem: string, state: SegmentState): string {
  return stem + SUFFIXES[state];
}

/** Reads a file name; undefined for a file that is no segment, which is then left alone. */
export function parseSegmentName(file: string): SegmentName | undefined {
  const [, stem, suffix] = /^([0-9a-f]{16}-[0-9a-z]{9}-[0-9a-f]{12})(\..+)$/.exec(file) ?? [];
  const states = Object.keys(SUFFIXES) as SegmentState[];
  const state = states.find((candidate) => SUFFIXES[candidate] === suffix);
  return stem !== undefined && state !== undefined ? { file, stem, state } : undefined;
}
