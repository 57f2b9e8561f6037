import { findParallelPages } from '../../filters/groups/parallelPages';
import { isProse } from '../../passages/passage';
import { type Kin, memberOf, type PlacedText } from '../placed/placedText';
import { areAlike } from '../placed/sameness';
import type { Finding, Silence, TwinGroup } from '../twin';
import type { Cluster } from './components';
import { FileCopies } from './fileCopies';
import { filesOf } from './filePair';
import { type Judgement, judgeGroup } from './judgement';
import { type JudgementSnapshot, KeptJudgements, membersOf } from './keptJudgements';
import { Leaders } from './leaders';
import { Listing } from './listing';
import { joinFamilies } from './pageFamilies';
import { byRank } from './rank';
import { type ReportedGroup, reportGroup, type Score } from './reportGroup';

/** Judging a group takes time by the square of its members: larger ones are not judged anew with every few files. */
const MANY = 24;

/**
 * All that is reported, kept up to date cluster by cluster. What is seen from outside stays as it was until `publish`.
 *
 * Groups that are as they were are the same objects again: that is how it is told what changed.
 */
export class TwinReport {
  readonly #score: Score;
  /** Undefined until a cluster is reported. */
  readonly #reports = new Map<Cluster, ReportedGroup | undefined>();
  /** Families of parallel pages within a cluster alone, where there are any. */
  readonly #families = new Map<Cluster, ReadonlyMap<string, string>>();
  readonly #copies = new FileCopies();
  readonly #leaders = new Leaders();
  /** Judged but not yet reported. */
  readonly #judged = new Map<Cluster, Judgement>();
  readonly #clustersAt = new Map<string, Set<Cluster>>();
  /** Clusters to be reported, for the first time or since the families of pages changed. */
  readonly #stale = new Set<Cluster>();
  readonly #findings = new Listing<Finding>();
  readonly #silenced = new Listing<Silence>();
  /** Groups that came and went since the last `publish`. */
  readonly #unpublished = { fresh: new Set<TwinGroup>(), gone: new Set<TwinGroup>() };
  /** Those published that `groups` has not sorted in yet. */
  readonly #freshGroups = new Set<TwinGroup>();
  readonly #goneGroups = new Set<TwinGroup>();
  #groups: readonly TwinGroup[] = [];
  #pages: ReadonlyMap<string, string> = new Map();
  #arePagesStale = false;
  #kept = new KeptJudgements();

  constructor(score: Score) {
    this.#score = score;
  }

  /** As of the last `publish`, in source order. */
  findings(uri: string): readonly Finding[] {
    return this.#findings.at(uri);
  }

  /** Members of groups that are legitimate repetition; as of the last `publish`, in source order. */
  silenced(uri: string): readonly Silence[] {
    return this.#silenced.at(uri);
  }

  /** How many groups there are; as of the last `publish`. */
  get groupCount(): number {
    return this.#groups.length + this.#freshGroups.size - this.#goneGroups.size;
  }

  /** As of the last `publish`, by rank; the same array until groups change. */
  groups(): readonly TwinGroup[] {
    if (this.#freshGroups.size + this.#goneGroups.size > 0) {
      const stay = this.#groups.filter((group) => !this.#goneGroups.has(group));
      // Sorting is quick where nearly all is in order.
      this.#groups = [...stay, ...this.#freshGroups].sort(byRank);
      this.#freshGroups.clear();
      this.#goneGroups.clear();
    }
    return this.#groups;
  }

  /** Takes note of how many distinct texts a document has. */
  resize(uri: string, texts: number): void {
    this.#copies.resize(uri, texts);
  }

  /** Takes note of what an earlier run judged. */
  recall(kept: KeptJudgements): void {
    this.#kept = kept;
  }

  /** What was judged of groups whose passages all have a number, for a later run. Yields after each. */
  *snapshot(
    numberOf: (item: PlacedText) => number | undefined,
  ): Generator<void, JudgementSnapshot> {
    const judgements: JudgementSnapshot[number][] = [];
    for (const [cluster, reported] of this.#reports) {
      if (!reported || this.#stale.has(cluster) || this.#judged.has(cluster)) continue;
      const members = membersOf(cluster.members, this.#kin(cluster), numberOf);
      if (members) judgements.push([members, reported.judgement]);
      yield;
    }
    return judgements;
  }

  /** Takes clusters in place of others. One that is like one of those keeps its report. */
  exchange(dissolved: readonly Cluster[], made: readonly Cluster[]): void {
    const before = new Map(dissolved.map((cluster) => [textsOf(cluster), cluster]));
    for (const cluster of made) {
      const texts = before.size > 0 ? textsOf(cluster) : '';
      const old = before.get(texts);
      const isFresh = old && !this.#stale.has(old) && !this.#judged.has(old);
      const reported = isFresh ? this.#reports.get(old) : undefined;
      const isSame =
        old !== undefined &&
        old.hasLookalikes === cluster.hasLookalikes &&
        areAlike(old.members, cluster.members);
      this.#enter(cluster, isSame ? reported : undefined);
      if (!isSame || !reported) this.#stale.add(cluster);
      else {
        this.#leaders.replace(old, cluster);
        this.#forget(old);
        before.delete(texts);
      }
    }
    for (const cluster of before.values()) {
      this.#takeBack(this.#reports.get(cluster));
      this.#forget(cluster);
    }
  }

  /**
   * Reports what was taken in. Yields now and then, so that its caller may pause; goes on where it was left.
   *
   * @param more whether groups of very many may wait for another call.
   */
  *complete(more = false): Generator<void> {
    this.#joinPages();
    this.#joinCopies();
    for (const cluster of this.#stale) {
      if (more && cluster.members.length > MANY) continue;
      const kin = this.#kin(cluster);
      const judgement =
        this.#kept.take(cluster.members, kin) ?? (yield* judgeGroup(cluster.members, kin));
      this.#judged.set(cluster, judgement);
      this.#leaders.set(cluster, judgement.note === undefined ? judgement.copy : undefined);
      this.#stale.delete(cluster);
      yield;
    }
    for (const cluster of this.#leaders.takeChanged()) {
      const reported = this.#reports.get(cluster);
      if (reported && !this.#judged.has(cluster)) this.#judged.set(cluster, reported.judgement);
    }
    for (const [cluster, judgement] of this.#judged) {
      const role = this.#leaders.roleOf(cluster);
      const reported = reportGroup(cluster.members, judgement, this.#score, role);
      this.#takeBack(this.#reports.get(cluster));
      this.#reports.set(cluster, reported);
      const { group, findings, silenced } = reported;
      this.#findings.add(findings);
      this.#silenced.add(silenced);
      if (group) this.#unpublished.fresh.add(group);
      this.#judged.delete(cluster);
      yield;
    }
    yield* this.#findings.prepare();
    yield* this.#silenced.prepare();
  }

  /**
   * Shows what was completed.
   *
   * @returns the documents whose findings, or what is silenced in them, are not what they were.
   */
  publish(): Set<string> {
    const { fresh, gone } = this.#unpublished;
    for (const group of gone) if (!this.#freshGroups.delete(group)) this.#goneGroups.add(group);
    for (const group of fresh) this.#freshGroups.add(group);
    fresh.clear();
    gone.clear();
    const changed = new Set<string>();
    this.#findings.publish(changed);
    this.#silenced.publish(changed);
    return changed;
  }

  #takeBack(reported: ReportedGroup | undefined): void {
    if (!reported) return;
    const { group, findings, silenced } = reported;
    this.#findings.remove(findings);
    this.#silenced.remove(silenced);
    if (group && !this.#unpublished.fresh.delete(group)) this.#unpublished.gone.add(group);
  }

  #enter(cluster: Cluster, reported: ReportedGroup | undefined): void {
    this.#reports.set(cluster, reported);
    this.#copies.add(cluster);
    // Of others the place, which may not have been read yet, is of no use.
    const prose = cluster.members.filter(({ passage }) => isProse(passage));
    const families = findParallelPages([prose.map((item) => memberOf(item))]);
    if (families.size > 0) {
      this.#families.set(cluster, families);
      this.#arePagesStale = true;
    }
    for (const { passage } of cluster.members) {
      const here = this.#clustersAt.get(passage.uri);
      if (here) here.add(cluster);
      else this.#clustersAt.set(passage.uri, new Set([cluster]));
    }
  }

  #forget(cluster: Cluster): void {
    this.#reports.delete(cluster);
    this.#stale.delete(cluster);
    this.#judged.delete(cluster);
    this.#leaders.delete(cluster);
    this.#copies.remove(cluster);
    if (this.#families.delete(cluster)) this.#arePagesStale = true;
    for (const { passage } of cluster.members) {
      const here = this.#clustersAt.get(passage.uri);
      if (here?.delete(cluster) && here.size === 0) this.#clustersAt.delete(passage.uri);
    }
  }

  #kin({ members, hasLookalikes }: Cluster): Kin {
    const uris = [...new Set(members.map(({ passage: { uri } }) => uri))];
    return { pages: this.#pages, copies: this.#copies.among(uris), hasLookalikes };
  }

  /** Clusters on two documents that are copies now, or no longer are, become stale. */
  #joinCopies(): void {
    for (const pair of this.#copies.takeChanged()) {
      const [one, other] = filesOf(pair);
      const there = this.#clustersAt.get(other);
      for (const cluster of this.#clustersAt.get(one) ?? []) {
        if (there?.has(cluster)) this.#stale.add(cluster);
      }
    }
  }

  /** Joins the families of all clusters; clusters on pages whose family is another now become stale. */
  #joinPages(): void {
    if (!this.#arePagesStale) return;
    const before = this.#pages;
    this.#pages = joinFamilies(this.#families.values());
    for (const uri of new Set([...before.keys(), ...this.#pages.keys()])) {
      if (before.get(uri) === this.#pages.get(uri)) continue;
      for (const cluster of this.#clustersAt.get(uri) ?? []) this.#stale.add(cluster);
    }
    this.#arePagesStale = false;
  }
}

/** Those of a cluster's texts, in an order of their own. */
function textsOf({ members }: Cluster): string {
  return [...new Set(members.map(({ normal }) => normal))].sort().join('\n');
}
