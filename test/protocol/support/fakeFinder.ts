import type { Position } from '../../../server/src/core/documents/lines';
import { Lines } from '../../../server/src/core/documents/lines';
import type {
  DocumentInput,
  SettleOptions,
  TwinFinder,
} from '../../../server/src/core/twins/finder';
import type { PlacedPassage, TwinGroup, Verdict } from '../../../server/src/core/twins/twin';

/**
 * A finder for protocol tests: paragraphs of Markdown and lines that begin with `//` are passages, likeness
 * is the share of common words. Slow and simple, so that what the server makes of it is plain to see.
 */
export class FakeFinder implements TwinFinder {
  readonly #documents = new Map<string, DocumentInput>();
  readonly #dirty = new Set<string>();
  #groups: readonly TwinGroup[] = [];
  /** Settling a document with this text fails, as a fault in the core would. */
  readonly poison = 'POISON';
  settles = 0;

  setDocument(document: DocumentInput): void {
    this.#documents.set(document.uri, document);
    this.#dirty.add(document.uri);
  }

  *setInPieces(document: DocumentInput): Generator<void> {
    yield;
    this.setDocument(document);
  }

  removeDocument(uri: string): void {
    if (this.#documents.delete(uri)) this.#dirty.add(uri);
  }

  has(uri: string): boolean {
    return this.#documents.has(uri);
  }

  async embedAhead(): Promise<void> {}

  async settle({ signal, onProgress }: SettleOptions = {}): Promise<ReadonlySet<string>> {
    this.settles++;
    await Promise.resolve();
    signal?.throwIfAborted();
    if ([...this.#documents.values()].some(({ text }) => text.includes(this.poison))) {
      throw new Error('poisoned');
    }
    const changed = new Set(this.#dirty);
    for (const group of this.#groups) for (const { uri } of group.members) changed.add(uri);
    this.#dirty.clear();
    this.#groups = groupsOf([...this.#documents.values()].sort(byUri));
    for (const group of this.#groups) for (const { uri } of group.members) changed.add(uri);
    onProgress?.(1, 1);
    return changed;
  }

  findings(uri: string) {
    return this.#groups.flatMap(({ id, kind, similarity, members }) =>
      members
        .filter((member) => member.uri === uri)
        .map((passage) => {
          const others = members.filter((other) => other !== passage);
          return {
            passage,
            kind,
            similarity,
            best: others[0] ?? passage,
            others,
            otherCount: others.length,
            groupId: id,
          };
        })
        .sort((a, b) => a.passage.start.line - b.passage.start.line),
    );
  }

  get groupCount(): number {
    return this.#groups.length;
  }

  groups() {
    return this.#groups;
  }

  oneFactApart(): undefined {}

  async nearMiss(): Promise<undefined> {}

  silenced(): readonly never[] {
    return [];
  }

  async similar(text: string, top: number) {
    return [...this.#documents.values()]
      .flatMap(passagesOf)
      .map((passage) => ({ ...passage, ...scores(passage.text, text) }))
      .sort((a, b) => b.similarity - a.similarity)
      .slice(0, top);
  }

  async compare(a: string, b: string) {
    return { ...scores(a, b), verdict: verdictOf(a, b, 0.6) };
  }

  compareAll(pairs: readonly { readonly a: string; readonly b: string }[]) {
    return Promise.all(pairs.map(({ a, b }) => this.compare(a, b)));
  }

  stats() {
    const passages = [...this.#documents.values()].flatMap(passagesOf).length;
    const ms = { extract: 0, encode: 0, search: 0 };
    return { documents: this.#documents.size, passages, embedded: passages, cached: 0, ms };
  }
}

function groupsOf(documents: readonly DocumentInput[]): TwinGroup[] {
  const all = documents.flatMap((document) =>
    passagesOf(document).map((passage) => ({ passage, policy: document.policy })),
  );
  const groups: TwinGroup[] = [];
  const taken = new Set<PlacedPassage>();
  for (const { passage, policy } of all) {
    if (taken.has(passage)) continue;
    const members = all
      .filter(({ passage: other }) => !taken.has(other))
      .filter(({ passage: other }) => policy.scope === 'workspace' || other.uri === passage.uri)
      .filter(({ passage: other, policy: theirs }) => {
        const threshold = Math.max(policy.threshold, theirs.threshold);
        return verdictOf(passage.text, other.text, threshold) !== 'different';
      })
      .map(({ passage: other }) => other);
    if (members.length < 2) continue;
    for (const member of members) taken.add(member);
    const similarity = Math.min(...members.map(({ text }) => similarityOf(passage.text, text)));
    const kind = similarity === 1 ? 'duplicate' : 'near-duplicate';
    const id = `group-${wordsOf(passage.text).slice(0, 3).join('-')}`;
    groups.push({ id, kind, similarity, members: members.map((m) => ({ ...m, similarity })) });
  }
  return groups;
}

function byUri(a: DocumentInput, b: DocumentInput): number {
  return a.uri < b.uri ? -1 : 1;
}

function passagesOf({ uri, languageId, text, policy }: DocumentInput): PlacedPassage[] {
  const lines = new Lines(text);
  const at = (offset: number): Position => lines.positionAt(offset);
  const isProse = languageId === 'markdown' || languageId === 'plaintext';
  const pattern = isProse ? /\S.*(?:\n.*\S.*)*/g : /\/\/.*/g;
  const kind = isProse ? 'markdown' : 'comment';
  return [...text.matchAll(pattern)]
    .map(
      ({ index, 0: source }) =>
        ({
          uri,
          kind,
          start: at(index),
          end: at(index + source.length),
          text: source.replace(/^\/\/\s*/, ''),
        }) as const,
    )
    .filter((passage) => policy.kinds.has(passage.kind))
    .filter((passage) => wordsOf(passage.text).length >= policy.minWords);
}

function verdictOf(a: string, b: string, threshold: number): Verdict {
  const similarity = similarityOf(a, b);
  if (similarity === 1) return 'duplicate';
  return similarity >= threshold ? 'near-duplicate' : 'different';
}

function scores(a: string, b: string): { energy: number; similarity: number } {
  const similarity = similarityOf(a, b);
  return { energy: 1 - similarity, similarity };
}

function similarityOf(a: string, b: string): number {
  const [x, y] = [new Set(wordsOf(a)), new Set(wordsOf(b))];
  const common = [...x].filter((word) => y.has(word)).length;
  const all = new Set([...x, ...y]).size;
  return all === 0 ? 1 : common / all;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
