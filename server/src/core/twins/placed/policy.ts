import type { PassageKind } from '../../passages/passage';

/** What may be reported in one document: the settings of its folder, already coerced. */
export interface Policy {
  /** Lowest similarity that is reported, in [0, 1]. A pair needs the higher of its two documents' thresholds. */
  readonly threshold: number;
  /** Passages with fewer words are never reported. */
  readonly minWords: number;
  readonly kinds: ReadonlySet<PassageKind>;
  /** `file`: twins are sought in the same document alone. */
  readonly scope: 'file' | 'workspace';
  /** Names of filters of legitimate repetition that are switched off; none where it is left out. */
  readonly disabledFilters?: ReadonlySet<string>;
}
