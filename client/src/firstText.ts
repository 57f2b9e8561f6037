/** What the command Compare Selection is to do with what is selected. */
export type Comparing =
  | { readonly kind: 'nothing'; readonly reason: string }
  | { readonly kind: 'both'; readonly a: string; readonly b: string }
  | { readonly kind: 'remember'; readonly text: string };

/** How many UTF-16 units of a text are compared; the model reads no more of it anyway. */
export const longestText = 100_000;

/** Remembers a first text until a second one comes. */
export class FirstText {
  #text: string | undefined;

  get text(): string | undefined {
    return this.#text;
  }

  /**
   * Decides by what is selected: two texts are compared at once; one is compared with the text remembered
   * before, or remembered.
   */
  decide(selected: readonly string[]): Comparing {
    const texts = selected
      .filter((text) => text.trim() !== '')
      .map((text) => text.slice(0, longestText));
    const [a, b] = texts;
    if (a === undefined) {
      return { kind: 'nothing', reason: 'Select the text to compare first.' };
    }
    if (texts.length > 2) {
      return { kind: 'nothing', reason: `Select one or two texts; ${texts.length} are selected.` };
    }
    if (b !== undefined) return { kind: 'both', a, b };
    const first = this.#text;
    if (first === undefined) {
      this.#text = a;
      return { kind: 'remember', text: a };
    }
    this.forget();
    return { kind: 'both', a: first, b: a };
  }

  forget(): void {
    this.#text = undefined;
  }
}
