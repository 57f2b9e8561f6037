/** UTF-16 offsets, end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where one side sees a comment, and the other none. */
export interface Disagreement extends Range {
  readonly side: 'ours' | 'oracle';
}

/** In bytes of UTF-8, white space left out: it is nobody's matter whether a comment ends before its line's blanks. */
export interface Agreement {
  readonly both: number;
  /** What either side takes for a comment. */
  readonly union: number;
  /** What we take for a comment where the oracle does not look. */
  readonly unseen: number;
  readonly disagreements: readonly Disagreement[];
}

const OURS = 1;
const ORACLE = 2;
const UNSEEN = 4;

/** Compares the comments of two readings of `source`, byte by byte. */
export function compareComments(
  source: string,
  ours: readonly Range[],
  oracle: readonly Range[],
  unseen: readonly Range[],
): Agreement {
  const marks = new Uint8Array(source.length);
  const mark = (ranges: readonly Range[], bit: number) => {
    for (const { start, end } of ranges) {
      for (let at = start; at < end; at++) marks[at] = (marks[at] ?? 0) | bit;
    }
  };
  mark(ours, OURS);
  mark(oracle, ORACLE);
  mark(unseen, UNSEEN);
  const sums = { both: 0, union: 0, unseen: 0 };
  const disagreements: { start: number; end: number; side: Disagreement['side'] }[] = [];
  for (let at = 0; at < source.length; at++) {
    const bits = marks[at] ?? 0;
    if (bits === 0 || source.charAt(at).trim() === '') continue;
    const bytes = bytesOf(source.charCodeAt(at));
    if ((bits & UNSEEN) !== 0) {
      if ((bits & OURS) !== 0) sums.unseen += bytes;
      continue;
    }
    sums.union += bytes;
    if (bits === (OURS | ORACLE)) {
      sums.both += bytes;
      continue;
    }
    const side = bits === OURS ? 'ours' : 'oracle';
    const last = disagreements[disagreements.length - 1];
    if (last?.side === side && source.slice(last.end, at).trim() === '') last.end = at + 1;
    else disagreements.push({ start: at, end: at + 1, side });
  }
  return { ...sums, disagreements };
}

/** Each half of a surrogate pair counts as two. */
function bytesOf(code: number): number {
  if (code < 0x80) return 1;
  return code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3;
}
