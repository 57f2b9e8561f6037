import type { Position } from '../documents/lines';
import type { PassageKind } from '../passages/passage';

/** How two passages relate. `duplicate`: the same after normalisation. */
export type Verdict = 'duplicate' | 'near-duplicate' | 'different';

/** The verdicts that make a group. */
export type TwinKind = Exclude<Verdict, 'different'>;

/** The outcome of comparing two texts. */
export interface Comparison {
  /** Distance of the two embeddings, ≥ 0. */
  readonly energy: number;
  /** Calibrated from the energy, in [0, 1]; 1 for texts equal after normalisation. */
  readonly similarity: number;
  readonly verdict: Verdict;
  /** For texts that are alike but state different facts: `ascending → descending`. */
  readonly differsIn?: string;
}

/** A passage and where it stands. */
export interface PlacedPassage {
  /** The document's identifier as it was given to the finder (a URI). */
  readonly uri: string;
  readonly kind: PassageKind;
  readonly start: Position;
  /** Exclusive. */
  readonly end: Position;
  readonly text: string;
}

/** A passage found near a text; `similarity` is to that text. */
export interface SimilarPassage extends PlacedPassage {
  readonly energy: number;
  readonly similarity: number;
  /** Where the two are alike but state different facts: `ascending → descending`, the text's fact first. */
  readonly differsIn?: string;
}

/** A passage, and others that read like it but state another fact. */
export interface OneFactApart {
  readonly passage: PlacedPassage;
  /** The most alike first. */
  readonly others: readonly ApartPassage[];
}

/** A passage that reads like another but states another fact. */
export interface ApartPassage extends PlacedPassage {
  /** `ascending → descending`, the other's fact first. */
  readonly differsIn: string;
}

/** Why a comment is taken for the copy of another that was never adapted. */
export interface Copied {
  /** The name declared below the comment. */
  readonly subject: string;
  /** The name that the comment's words fit. */
  readonly about: string;
  /** The same comment at that name, in the same document. */
  readonly original: PlacedPassage;
}

/** A member of a group; `similarity` is to the group's most central member (1 for that member itself). */
export interface TwinMember extends PlacedPassage {
  readonly similarity: number;
  readonly copied?: Copied;
}

/** Passages that say the same. */
export interface TwinGroup {
  /** Fingerprint of the members' texts: survives line moves and edits elsewhere. */
  readonly id: string;
  readonly kind: TwinKind;
  /** The lowest similarity of any two members, in [0, 1]. */
  readonly similarity: number;
  /** At least two, by URI then position. */
  readonly members: readonly TwinMember[];
  /** Set where it is a note, told as information: the name of what makes it one; see `reasonOf` for its reason. */
  readonly note?: string;
  /** Set where the files are copies of each other as wholes: how many more groups they have in common, told as notes. */
  readonly further?: number;
}

/** What is reported at one passage: its group seen from there. */
export interface Finding {
  readonly passage: PlacedPassage;
  readonly kind: TwinKind;
  /** To `best`. */
  readonly similarity: number;
  /** The other member nearest in meaning. */
  readonly best: PlacedPassage;
  /** Other members, `best` first, at most `MAX_OTHERS`. */
  readonly others: readonly PlacedPassage[];
  /** How many other members there are. */
  readonly otherCount: number;
  readonly groupId: string;
  readonly copied?: Copied;
  /** Set where the group is a note, see `TwinGroup`. */
  readonly note?: string;
  /** Set where the files are copies of each other, see `TwinGroup`. */
  readonly further?: number;
}

/** A passage that is not reported, and why. */
export interface Silence {
  readonly passage: PlacedPassage;
  /** `ignore-directive`, or a filter's name; see `reasonOf` for its reason. */
  readonly silencedBy: string;
  /** What it repeats; filters of single passages do not look for that. */
  readonly like?: PlacedPassage;
}

/** A passage and the text nearest to it, which is not near enough to be reported. */
export interface NearMiss {
  readonly passage: PlacedPassage;
  readonly nearest: SimilarPassage;
  /** The similarity that would have been reported. */
  readonly threshold: number;
}
