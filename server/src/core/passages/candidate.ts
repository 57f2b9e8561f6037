import type { DocTag } from './comments/docBlocks';
import type { Passage } from './passage';

/** A passage before the filters have judged it, with what they need to know of its inside. */
export interface Candidate extends Passage {
  /** Its lines without delimiters and decoration, indentation kept. */
  readonly lines: readonly string[];
  /** The tags of a documentation block. */
  readonly tags: readonly DocTag[];
  /** Whether `text` is a description of its own, not the text of the tags. */
  readonly described: boolean;
}
