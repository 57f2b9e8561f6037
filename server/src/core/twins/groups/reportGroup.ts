import { boilerplate } from '../../filters/groups/boilerplate';
import { copiedFile } from '../../filters/groups/copiedFile';
import type { PlacedText } from '../placed/placedText';
import type { Copied, Finding, Silence, TwinGroup, TwinMember } from '../twin';
import { fingerprint } from './fingerprint';
import { groupBy } from './groupBy';
import type { Judgement } from './judgement';
import type { Role } from './leaders';

/**
 * The most places that one finding lists. A sentence that stands in a thousand files would otherwise take a
 * million places, here and in the editor; the count says how many there are.
 */
export const MAX_OTHERS = 100;

/** Similarity of two normalised texts of one group. */
export type Score = (a: string, b: string) => number;

/** What is said of passages that say the same. */
export interface ReportedGroup {
  /** Undefined where all of it is legitimate repetition. */
  readonly group: TwinGroup | undefined;
  /** One for each member; of a stock text in many files, for its first alone. */
  readonly findings: readonly Finding[];
  readonly silenced: readonly Silence[];
  /** What all that follows from. */
  readonly judgement: Judgement;
}

/**
 * Describes a group of at least two passages, given by place, as it was judged.
 *
 * Scores are those of the few distinct texts, never of all pairs of members: an exact group may have thousands.
 */
export function reportGroup(
  found: readonly PlacedText[],
  judgement: Judgement,
  score: Score,
  role?: Role,
): ReportedGroup {
  const passageAt = (at: number) => (found[at] as PlacedText).passage;
  const silenced = judgement.silenced.map(({ at, by, like }) => {
    return { passage: passageAt(at), silencedBy: by, like: passageAt(like) };
  });
  const members = judgement.kept.map((at) => found[at] as PlacedText);
  if (members.length === 0) return { group: undefined, findings: [], silenced, judgement };
  const copied = new Map<PlacedText, Copied>();
  for (const { at, subject, about, original } of judgement.copied) {
    copied.set(found[at] as PlacedText, { subject, about, original: passageAt(original) });
  }
  const note = role === 'follows' ? copiedFile.name : judgement.note;
  const told = {
    ...(note !== undefined && { note }),
    ...(typeof role === 'object' && role.leads > 0 && { further: role.leads }),
  };
  const byText = groupBy(members, ({ normal }) => normal);
  const texts = [...byText.keys()];
  const group = Object.assign(toGroup(members, byText, copied, score), told);
  const ranked = new Map(texts.map((text) => [text, rankTexts(text, texts, score)]));
  const findings = members.slice(0, note === boilerplate.name ? 1 : undefined).map((member) => {
    const others = othersOf(member, ranked.get(member.normal) ?? [], byText);
    const finding = toFinding(member, others, members.length - 1, group.id, score);
    return Object.assign(finding, copiedOf(copied, member), told);
  });
  return { group, findings, silenced, judgement };
}

function copiedOf(copied: ReadonlyMap<PlacedText, Copied>, member: PlacedText) {
  const found = copied.get(member);
  return found && { copied: found };
}

function toGroup(
  members: readonly PlacedText[],
  byText: ReadonlyMap<string, readonly PlacedText[]>,
  copied: ReadonlyMap<PlacedText, Copied>,
  score: Score,
): TwinGroup {
  const texts = [...byText.keys()];
  const centre = centreOf(byText, score);
  let lowest = 1;
  for (const a of texts) for (const b of texts) lowest = Math.min(lowest, score(a, b));
  return {
    id: fingerprint(texts),
    kind: texts.length === 1 ? 'duplicate' : 'near-duplicate',
    similarity: lowest,
    members: members.map((member): TwinMember => {
      // Written out: of what is spread, engines keep a description for each object.
      const { uri, kind, start, end, text } = member.passage;
      const similarity = score(member.normal, centre);
      return Object.assign({ uri, kind, start, end, text, similarity }, copiedOf(copied, member));
    }),
  };
}

/** The text most like those of all members; among equals the one that stands first. */
function centreOf(byText: ReadonlyMap<string, readonly PlacedText[]>, score: Score): string {
  let centre = '';
  let best = Number.NEGATIVE_INFINITY;
  for (const candidate of byText.keys()) {
    let sum = 0;
    for (const [text, { length }] of byText) sum += length * score(candidate, text);
    // Sums of the same numbers in another order differ in their last digits: that is a tie.
    if (sum > best + 1e-9) {
      best = sum;
      centre = candidate;
    }
  }
  return centre;
}

/** The texts nearest to one first, itself at the head; a stable sort keeps equals in place order. */
function rankTexts(text: string, texts: readonly string[], score: Score): string[] {
  const rest = texts.filter((other) => other !== text);
  return [text, ...rest.sort((x, y) => score(text, y) - score(text, x))];
}

function othersOf(
  member: PlacedText,
  ranked: readonly string[],
  byText: ReadonlyMap<string, readonly PlacedText[]>,
): PlacedText[] {
  const others: PlacedText[] = [];
  for (const text of ranked) {
    for (const other of byText.get(text) ?? []) {
      if (others.length === MAX_OTHERS) return others;
      if (other !== member) others.push(other);
    }
  }
  return others;
}

function toFinding(
  member: PlacedText,
  others: readonly PlacedText[],
  otherCount: number,
  groupId: string,
  score: Score,
): Finding {
  const best = others[0] as PlacedText;
  return {
    passage: member.passage,
    kind: best.normal === member.normal ? 'duplicate' : 'near-duplicate',
    similarity: score(member.normal, best.normal),
    best: best.passage,
    others: others.map(({ passage }) => passage),
    otherCount,
    groupId,
  };
}
