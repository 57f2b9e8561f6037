import type { Cursor, Rule } from './cursor';

/** A comment that ends with its line. */
export interface LineComment {
  readonly open: string;
  /** Longer openers that make it documentation, e.g. `///`. */
  readonly docs?: readonly string[];
  /** The documentation opener stands on a block's first line only, e.g. Haskell's `-- |`. */
  readonly docsBegin?: boolean;
  /** Where it may begin; anywhere unless told. `word`: behind a blank or operator, `line`: first on its line. */
  readonly where?: 'word' | 'line';
  /** Openers that look alike and are none, e.g. PHP's `#[`. */
  readonly except?: readonly string[];
  /** A backslash at the end of the line takes the next line in. */
  readonly continues?: boolean;
  /** What ends it before the line does, e.g. `?>`. */
  readonly until?: string;
}

/** A comment between two delimiters. */
export interface BlockComment {
  readonly open: string;
  readonly close: string;
  readonly docs?: readonly string[];
  /** Openers that look alike and are none, e.g. F#'s `(*)`. */
  readonly except?: readonly string[];
  readonly nests?: boolean;
  /** Double quotes hide delimiters inside it, too. */
  readonly quotes?: boolean;
  /** Both delimiters stand at the very start of a line. */
  readonly atMargin?: boolean;
}

/** A string in which no comment can begin. */
export interface StringLiteral {
  readonly open: string;
  readonly close: string;
  /** How the closing delimiter may occur inside: behind a character, written twice, or not at all. */
  readonly escape: 'backslash' | 'backtick' | 'doubled' | 'none';
  /** Whether it may span lines; if not, a line's end closes it. */
  readonly lines: boolean;
  readonly hole?: Hole;
  /** Further quotes directly behind the closing delimiter belong to the string. */
  readonly greedy?: boolean;
}

/** Code inside a string. */
export interface Hole {
  /** Its last character is the opening bracket. */
  readonly open: string;
  readonly brackets: string;
  /** The opener written twice stands for itself. */
  readonly doubled?: boolean;
  /** Whether comments may stand inside; they may unless told. */
  readonly comments?: boolean;
}

/** What a scanner must know of a language; rows of data for ordinary languages. */
export interface Grammar {
  readonly lines?: readonly LineComment[];
  readonly blocks?: readonly BlockComment[];
  readonly strings?: readonly StringLiteral[];
  /** Bracket pairs that may close a frame: `{}`, `(){}`. */
  readonly nesting?: string;
  /**
   * What data cannot say: rules by first character, tried before all others. Called once per scan, so the
   * rules may share state; it may also move the cursor past what precedes the code.
   */
  readonly rules?: (cursor: Cursor) => Readonly<Record<string, Rule>>;
}
