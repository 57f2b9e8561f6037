import { nounForms, verbForms } from './inflections';
import type { Terms } from './softwareTerms';

/** How a word stands in a text: a form of a verb, of a noun, or neither. */
export type Role = 'verb' | 'noun' | 'other';

/** Another word for a word, in the same inflection. */
export interface Counterpart {
  readonly word: string;
  readonly role: Role;
}

/** A table of words with all regular inflections, indexed by each word in lower case. */
export class TermIndex {
  readonly #counterparts = new Map<string, Counterpart[]>();

  constructor(terms: Terms) {
    for (const words of terms.verbs) this.#add(words.map(presentForms), 'verb');
    for (const words of terms.nouns) this.#add(words.map(nounForms), 'noun');
    for (const words of terms.others)
      this.#add(
        words.map((word) => [word]),
        'other',
      );
  }

  /** What may stand in place of `word` (lower case), or undefined where the table does not know it. */
  of(word: string): readonly Counterpart[] | undefined {
    return this.#counterparts.get(word);
  }

  /** Whether the table sets the two beside each other. */
  joins(word: string, other: string): boolean {
    return this.of(word)?.some((counterpart) => counterpart.word === other) ?? false;
  }

  /** All pairs of the table, each once, in every inflection. */
  *pairs(): Generator<readonly [string, string]> {
    for (const [word, counterparts] of this.#counterparts) {
      for (const other of counterparts) if (word < other.word) yield [word, other.word];
    }
  }

  #add(forms: readonly (readonly string[])[], role: Role): void {
    for (const own of forms) {
      for (const others of forms) {
        if (own === others) continue;
        for (const [form, word] of own.entries()) this.#link(word, others[form] as string, role);
      }
    }
  }

  #link(word: string, other: string, role: Role): void {
    if (word === other) return;
    const known = this.#counterparts.get(word) ?? [];
    if (known.some((entry) => entry.word === other && entry.role === role)) return;
    this.#counterparts.set(word, [...known, { word: other, role }]);
  }
}

/** All but the past, which documentation hardly uses: `executed` is `run` there, not `ran`. */
function presentForms(verb: string): readonly string[] {
  return verbForms(verb).toSpliced(2, 1);
}
