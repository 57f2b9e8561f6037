/** Where a passage's prose comes from; the values of the `textTwin.check` setting are their plurals. */
export type PassageKind = 'comment' | 'doc' | 'markdown' | 'text';

/**
 * What a passage of a doc block speaks of. `throws` includes Rust's `# Errors` and `# Panics`; `section` is
 * any other tag or heading with prose of its own: `@note`, `# Safety`, `Notes:`.
 */
export type PassageRole =
  | 'description'
  | 'param'
  | 'return'
  | 'throws'
  | 'deprecated'
  | 'remarks'
  | 'section';

/**
 * One unit of prose with an exact range: a comment block, the description or a tag of a doc block, a
 * Markdown paragraph or list item, a paragraph of plain text.
 *
 * `start` and `end` are UTF-16 offsets into the source (end exclusive): `source.slice(start, end)` is what
 * an editor underlines. A comment includes its delimiters, but no closing one on a line of its own. A doc block's
 * description begins with the opening delimiter and ends with its last line of prose; a tag begins with its marker
 * (`@param`, the name below `Args:`, the heading) and ends likewise.
 */
export interface Passage {
  readonly kind: PassageKind;
  readonly start: number;
  readonly end: number;
  /** The prose alone: decoration and markup removed, white space folded. This is what is embedded. */
  readonly text: string;
  /** Of passages of doc blocks only. */
  readonly role?: PassageRole;
  /** The parameter or exception that a tag names. */
  readonly argument?: string;
  /** The offset behind the whole comment, where `end` leaves out its closing delimiter or its tags. */
  readonly commentEnd?: number;
}

/** A passage that is legitimate repetition (or silenced by the author), and the name of what says so. */
export interface SilencedPassage extends Passage {
  /** `ignore-directive`, or a filter's name such as `licence`, `directive`, `commented-out-code`. */
  readonly silencedBy: string;
}

/** What one document yields; both lists are in source order and do not overlap. */
export interface Extraction {
  readonly passages: readonly Passage[];
  readonly silenced: readonly SilencedPassage[];
}

/** Whether a passage is of a page that people read, and not of a comment. */
export function isProse({ kind }: { readonly kind: PassageKind }): boolean {
  return kind === 'markdown' || kind === 'text';
}
