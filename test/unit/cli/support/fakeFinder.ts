import type { FinderHandle } from '../../../../server/src/cli/environment';
import type { DocumentInput, TwinFinder } from '../../../../server/src/core/twins/finder';
import type { PlacedPassage, TwinGroup, Verdict } from '../../../../server/src/core/twins/twin';
import { BagOfWordsEncoder } from '../../../support/bagOfWordsEncoder';

/**
 * A finder whose passages are the lines of a document and whose similarity is the share of words in
 * common, so tests see the shell at work without a model. Groups come in the order in which they
 * were set.
 */
export class FakeFinder implements TwinFinder {
  readonly documents = new Map<string, DocumentInput>();
  readonly batches: number[] = [];

  setDocument(document: DocumentInput): void {
    this.documents.set(document.uri, document);
  }

  *setInPieces(document: DocumentInput): Generator<void> {
    yield;
    this.setDocument(document);
  }

  removeDocument(uri: string): void {
    this.documents.delete(uri);
  }

  has(uri: string): boolean {
    return this.documents.has(uri);
  }

  async embedAhead(): Promise<void> {}

  async settle(): Promise<ReadonlySet<string>> {
    return new Set(this.documents.keys());
  }

  findings(): readonly never[] {
    return [];
  }

  get groupCount(): number {
    return this.groups().length;
  }

  groups(): readonly TwinGroup[] {
    const byText = new Map<string, PlacedPassage[]>();
    for (const passage of this.#passages()) {
      const key = passage.text.toLowerCase();
      byText.set(key, [...(byText.get(key) ?? []), passage]);
    }
    return [...byText]
      .filter(([, passages]) => passages.length > 1)
      .map(([text, passages]) => ({
        id: `id-${text.replaceAll(/\W+/g, '-')}`,
        kind: 'duplicate',
        similarity: 1,
        members: passages.map((passage) => ({ ...passage, similarity: 1 })),
      }));
  }

  oneFactApart(): undefined {}

  async nearMiss(): Promise<undefined> {}

  silenced(): readonly never[] {
    return [];
  }

  async similar(text: string, top: number) {
    return this.#passages()
      .map((passage) => ({ ...passage, ...compareWords(text, passage.text) }))
      .sort((a, b) => b.similarity - a.similarity)
      .slice(0, top);
  }

  async compare(a: string, b: string) {
    return compareWords(a, b);
  }

  async compareAll(pairs: readonly { a: string; b: string }[]) {
    this.batches.push(pairs.length);
    return pairs.map(({ a, b }) => compareWords(a, b));
  }

  stats() {
    const passages = this.#passages().length;
    const ms = { extract: 1, encode: 2, search: 3 };
    return { documents: this.documents.size, passages, embedded: passages, cached: 0, ms };
  }

  #passages(): PlacedPassage[] {
    return [...this.documents.values()].flatMap(({ uri, text }) =>
      text.split('\n').flatMap((content, line) => {
        const end = { line, character: content.length };
        const place = { uri, kind: 'comment' as const, start: { line, character: 0 }, end };
        return content === '' ? [] : [{ ...place, text: content }];
      }),
    );
  }
}

function compareWords(a: string, b: string) {
  const [x, y] = [new Set(a.split(' ')), new Set(b.split(' '))];
  const common = [...x].filter((word) => y.has(word)).length;
  const similarity = common / (x.size + y.size - common);
  const alike: Verdict = similarity >= 0.5 ? 'near-duplicate' : 'different';
  return { energy: 1 - similarity, similarity, verdict: a === b ? ('duplicate' as const) : alike };
}

/** A handle on a fake finder; `disposals` counts how often it was let go. */
export function fakeHandle(): FinderHandle & { finder: FakeFinder; disposals: number } {
  return {
    finder: new FakeFinder(),
    encoder: new BagOfWordsEncoder(),
    start: async () => 'none',
    thresholds: { strict: 0.9, balanced: 0.8, loose: 0.7 },
    model: { id: 'fake', sha256: '00'.repeat(32) },
    disposals: 0,
    async dispose() {
      this.disposals++;
    },
  };
}
