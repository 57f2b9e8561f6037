import type { DocPart } from './comments/docBlocks';
import type { Passage } from './passage';

/** A passage before the filters have judged it, with what they need to know of its inside. */
export interface Candidate extends Passage {
  /** Its lines without delimiters and decoration, indentation kept. */
  readonly lines: readonly string[];
  /** The tags of a documentation block; of a passage that is a tag, itself. */
  readonly tags: readonly DocPart[];
  /** Whether `text` is a description of its own, not the text of the tags. */
  readonly described: boolean;
  /** The whole comment, where the passage is one of its parts. */
  readonly whole?: Candidate;
}

/** The whole comment that a passage is, or belongs to. */
export function wholeOf(candidate: Candidate): Candidate {
  return candidate.whole ?? candidate;
}
