import type { ModelIdentity } from '../embeddings/encoder';
import type { PassageKind } from '../passages/passage';
import type { FinderStats } from '../twins/finder';
import type { PlacedPassage, Silence, TwinGroup, TwinKind, TwinMember } from '../twins/twin';
import type { SkippedFile } from '../workspace';
import { compareGroups, compareMembers, compareSilences, compareTexts } from './order';

/** A passage as reports show it. */
export interface ReportPassage {
  /** Relative, forward slashes. */
  readonly path: string;
  /** 1-based. */
  readonly startLine: number;
  /** 1-based, inclusive. */
  readonly endLine: number;
  readonly kind: PassageKind;
  readonly text: string;
  /** In [0, 1], four decimals. */
  readonly similarity: number;
  /** Set on a comment that seems to have been copied from another member of its file and never adapted. */
  readonly copied?: true;
  /** With `copied`: the name that it stands at. */
  readonly subject?: string;
  /** With `copied`: the name that it is about, and the first line (1-based) of the same comment there. */
  readonly original?: { readonly subject: string; readonly startLine: number };
}

/** Passages that say the same, as reports show them. */
export interface ReportGroup {
  readonly id: string;
  readonly kind: TwinKind;
  /** In [0, 1], four decimals. */
  readonly similarity: number;
  readonly members: readonly ReportPassage[];
  /** `note`: it is told, but is no warning. */
  readonly level?: 'note';
  /** With `level`: the name of what makes a note of it. */
  readonly note?: string;
  /** Where the files are copies of each other as wholes: how many more groups they have in common, told as notes. */
  readonly further?: number;
}

/** A passage that is not reported, and why. */
export interface ReportSilence {
  readonly path: string;
  /** 1-based. */
  readonly startLine: number;
  /** 1-based, inclusive. */
  readonly endLine: number;
  /** `ignore-directive` or a filter's name. */
  readonly filter: string;
  /** What it repeats, where that is known; `startLine` is 1-based. */
  readonly like?: { readonly path: string; readonly startLine: number };
}

/** Milliseconds, whole. */
export interface ReportTimes {
  readonly extract: number;
  readonly encode: number;
  readonly search: number;
  readonly total: number;
}

/**
 * The outcome of a scan: exactly what `--format json` prints; the other formats are views of it.
 */
export interface Report {
  readonly version: 1;
  readonly model: ModelIdentity;
  readonly threshold: number;
  readonly stats: {
    readonly files: number;
    readonly passages: number;
    readonly embedded: number;
    readonly cached: number;
    readonly groups: number;
    /** How many of the groups are notes. */
    readonly notes: number;
    /** How many passages each filter silenced, by its name; those that silenced none are left out. */
    readonly silenced: Readonly<Record<string, number>>;
    readonly ms: ReportTimes;
  };
  readonly groups: readonly ReportGroup[];
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  /** What is not reported, by place; only where it was asked for. */
  readonly silenced?: readonly ReportSilence[];
}

/** What a report is made from. */
export interface ReportInput {
  readonly model: ModelIdentity;
  /** Lowest similarity that was reported, in [0, 1]. */
  readonly threshold: number;
  readonly stats: FinderStats;
  /** Milliseconds from start to report. */
  readonly totalMs: number;
  readonly groups: readonly TwinGroup[];
  /** How many passages each filter silenced, by its name. */
  readonly silencedCounts: Readonly<Record<string, number>>;
  /** What the report lists of what was silenced; nothing where it is left out. */
  readonly silenced?: readonly Silence[];
  readonly skipped: readonly SkippedFile[];
  /** How a URI is written in this report. */
  readonly pathOf: (uri: string) => string;
}

/** Makes the report of a scan; its order depends on the content alone. */
export function buildReport(input: ReportInput): Report {
  const { stats, pathOf } = input;
  const groups = input.groups.map((group) => reportGroup(group, pathOf)).sort(compareGroups);
  const skipped = input.skipped.map(({ uri, reason }) => ({ path: pathOf(uri), reason }));
  const times = { ...stats.ms, total: input.totalMs };
  return {
    version: 1,
    model: { id: input.model.id, sha256: input.model.sha256 },
    threshold: roundSimilarity(input.threshold),
    stats: {
      files: stats.documents,
      passages: stats.passages,
      embedded: stats.embedded,
      cached: stats.cached,
      groups: groups.length,
      notes: groups.filter(({ level }) => level !== undefined).length,
      silenced: input.silencedCounts,
      ms: {
        extract: Math.round(times.extract),
        encode: Math.round(times.encode),
        search: Math.round(times.search),
        total: Math.round(times.total),
      },
    },
    groups,
    skipped: skipped.sort((a, b) => compareTexts(a.path, b.path)),
    ...(input.silenced && {
      silenced: input.silenced
        .map((silence) => reportSilence(silence, pathOf))
        .sort(compareSilences),
    }),
  };
}

/** How many passages each filter silenced, in the order of their names. */
export function countSilenced(silenced: readonly Silence[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { silencedBy } of silenced) counts.set(silencedBy, (counts.get(silencedBy) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => compareTexts(a, b)));
}

function reportSilence(silence: Silence, pathOf: (uri: string) => string): ReportSilence {
  const { passage, silencedBy, like } = silence;
  return {
    path: pathOf(passage.uri),
    ...linesOf(passage),
    filter: silencedBy,
    ...(like && { like: { path: pathOf(like.uri), startLine: like.start.line + 1 } }),
  };
}

/** A group with its members in order. */
export function reportGroup(group: TwinGroup, pathOf: (uri: string) => string): ReportGroup {
  return {
    id: group.id,
    kind: group.kind,
    similarity: roundSimilarity(group.similarity),
    members: group.members.map((member) => reportPassage(member, pathOf)).sort(compareMembers),
    ...(group.note !== undefined && { level: 'note' as const, note: group.note }),
    ...(group.further !== undefined && { further: group.further }),
  };
}

/** One passage, with the similarity it carries. */
export function reportPassage(passage: TwinMember, pathOf: (uri: string) => string): ReportPassage {
  const { copied } = passage;
  return {
    path: pathOf(passage.uri),
    ...linesOf(passage),
    kind: passage.kind,
    text: passage.text,
    similarity: roundSimilarity(passage.similarity),
    ...(copied && {
      copied: true,
      subject: copied.subject,
      original: { subject: copied.about, startLine: copied.original.start.line + 1 },
    }),
  };
}

function linesOf({ start, end }: PlacedPassage): { startLine: number; endLine: number } {
  // An exclusive end at the start of a line belongs to the line before it.
  const lastLine = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  return { startLine: start.line + 1, endLine: lastLine + 1 };
}

/** Four decimals: more would differ from one backend to the next. */
function roundSimilarity(similarity: number): number {
  return Math.round(similarity * 1e4) / 1e4;
}
