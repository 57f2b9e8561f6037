import type { Policy } from '../twins/placed/policy';
import type { FileStamp } from '../workspace';
import {
  type AnswerRow,
  decodeScan,
  encodeScan,
  type KeptScan,
  rowOf,
  type ScanAnswer,
  wordsOf,
} from './scanAnswer';
import type { SnapshotStore, UnreadDocument } from './workspaceMemory';

/**
 * Keeps what a whole scan found. Where the next one meets the very same files under the same policies, and no others,
 * that is what it would find: nothing needs to be read, compared or grouped.
 */
export class AnswerMemory {
  readonly #store: SnapshotStore;
  readonly #maker: string;
  #identity = '';
  #kept: KeptScan | undefined;
  /** Rows of files that have not been met. */
  readonly #unmet = new Map<string, AnswerRow>();
  /** Documents that were fed. */
  readonly #rows: AnswerRow[] = [];
  /** By words. */
  readonly #policies = new Map<string, number>();
  readonly #places = new WeakMap<Policy, number>();
  #isSure = true;

  /** @param maker says which program and model find it: what others found is never met. */
  constructor(store: SnapshotStore, maker: string) {
    this.#store = store;
    this.#maker = maker;
  }

  /**
   * Takes up what was found last.
   *
   * @param scope says which files it is of: folders, globs.
   * @returns whether anything is kept.
   */
  async open(scope: readonly string[]): Promise<boolean> {
    this.#identity = JSON.stringify([this.#maker, 'answer', ...scope]);
    const bytes = await this.#store.read(this.#identity);
    try {
      this.#kept = bytes && decodeScan(bytes, this.#identity);
    } catch {
      this.#kept = undefined;
    }
    for (const row of this.#kept?.rows ?? []) this.#unmet.set(row[0], row);
    for (const [place, words] of (this.#kept?.policies ?? []).entries()) {
      this.#policies.set(words, place);
    }
    return this.#kept !== undefined;
  }

  /** Whether a document's file is as it was; to be asked of each once. */
  covers(document: UnreadDocument, stamp: FileStamp | undefined): boolean {
    const known = this.#unmet.get(document.uri);
    if (!known || !stamp) return false;
    const row = rowOf(document, this.#placeOf(document.policy), stamp);
    return row.every((value, at) => value === known[at]) && this.#unmet.delete(document.uri);
  }

  /** There is a file that it does not cover. */
  giveUp(): void {
    this.#kept = undefined;
    this.#unmet.clear();
  }

  /** What was found, once all files that it follows from were met and covered. */
  get answer(): ScanAnswer | undefined {
    return this.#unmet.size === 0 ? this.#kept?.answer : undefined;
  }

  /** Takes note of a document that is fed. @param stamp undefined where it is not to be trusted. */
  note(document: UnreadDocument, stamp: FileStamp | undefined): void {
    if (stamp) this.#rows.push(rowOf(document, this.#placeOf(document.policy), stamp));
    else this.#isSure = false;
  }

  /** Keeps what was found in the documents that were noted. Never throws. */
  async keep(answer: ScanAnswer): Promise<void> {
    if (this.#identity === '' || !this.#isSure || this.#rows.length !== answer.documents) return;
    const policies = [...this.#policies.keys()];
    const scan = { rows: this.#rows, policies, answer };
    await this.#store.write(this.#identity, encodeScan(this.#identity, scan));
  }

  #placeOf(policy: Policy): number {
    const known = this.#places.get(policy);
    if (known !== undefined) return known;
    const words = wordsOf(policy);
    const place = this.#policies.get(words) ?? this.#policies.size;
    this.#policies.set(words, place);
    this.#places.set(policy, place);
    return place;
  }
}
