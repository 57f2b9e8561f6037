/** Where a passage's prose comes from; the values of the `textTwin.check` setting are their plurals. */
export type PassageKind = 'comment' | 'doc' | 'markdown' | 'text';

/**
 * One unit of prose with an exact range: a comment block, a doc block, a Markdown paragraph or list
 * item, a paragraph of plain text.
 *
 * `start` and `end` are UTF-16 offsets into the source (end exclusive) and include the comment
 * delimiters, so `source.slice(start, end)` is what an editor underlines.
 */
export interface Passage {
  readonly kind: PassageKind;
  readonly start: number;
  readonly end: number;
  /** The prose alone: decoration and markup removed, white space folded. This is what is embedded. */
  readonly text: string;
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
