import type { Pair } from './pairFiles';

/** How a file's pairs are used. */
export type Use =
  /** Genuine pairs; the other pairs of a batch serve as imposites. */
  | 'paraphrase'
  /** Pairs labelled the same or different. */
  | 'labelled'
  /** Pairs with human grades of similarity. */
  | 'graded';

/** One training file: what it may be used for and how much of each batch it fills. */
export interface Source {
  readonly name: string;
  readonly use: Use;
  /** Share of the batches of its use, relative to the other sources. */
  readonly weight: number;
  /** The same in the course on the prose of software; the weight, where absent. */
  readonly lastWeight?: number;
  readonly licence: string;
  /** Pairs to leave out. */
  readonly keep?: (pair: Pair) => boolean;
  /**
   * Which pairs look like what the editor reports: similarity and thresholds are calibrated on those held out.
   * Texts of single parameters, results and errors are silent there, and often say the same of different members.
   */
  readonly calibrates?: (pair: Pair) => boolean;
  /** The labelled source whose imposites belong to these genuine pairs. */
  readonly imposites?: string;
  /** General prose: its texts join those that soft targets are taken on. */
  readonly isGeneral?: boolean;
  /** Sorts pairs so that neighbours are of one class or family: neighbours in a batch are hard imposites. */
  readonly neighbourhood?: (pair: Pair) => string;
}

const keyOf = (pair: Pair) => String(pair.extra.key ?? '');
const isDescription = ({ extra }: Pair) =>
  !/^(param|return|throws|error)$/.test(String(extra.kind));
const atLeast = (pair: Pair, field: string, least: number) =>
  Number(pair.extra[field] ?? 1) >= least;

/**
 * The data list of the shipped weights. Left out although at hand: the copyleft half of cross-docs, and the
 * copyleft projects of comment-edits, so that the weights come from permissive texts wherever there is a choice.
 */
export const sources: readonly Source[] = [
  {
    name: 'javadoc-cross',
    use: 'paraphrase',
    weight: 4,
    lastWeight: 7,
    licence: 'Apache-2.0; GPL-2 with Classpath exception',
    calibrates: isDescription,
    neighbourhood: (pair) => `${pair.extra.kind}|${keyOf(pair)}`,
  },
  {
    name: 'cross-docs',
    use: 'paraphrase',
    weight: 3,
    lastWeight: 4.5,
    licence: 'MIT, Apache-2.0, BSD, 0BSD, BSL, CC BY 4.0 (per pair)',
    calibrates: isDescription,
    imposites: 'cross-docs-negatives',
    neighbourhood: (pair) => `${pair.extra.kind}|${pair.extra.family}|${keyOf(pair)}`,
  },
  {
    name: 'general-paraphrase',
    isGeneral: true,
    use: 'paraphrase',
    weight: 4,
    lastWeight: 2,
    licence: 'CC BY 2.0 FR/3.0/4.0, CC BY-SA 4.0, MIT (per pair)',
    neighbourhood: (pair) => String(pair.extra.source),
  },
  {
    name: 'comment-edits',
    use: 'paraphrase',
    weight: 1,
    licence: 'Apache-2.0, MIT (without redis and ingelabs+classpath)',
    calibrates: () => true,
    keep: (pair) =>
      atLeast(pair, 'ratio', 0.6) &&
      atLeast(pair, 'lenratio', 0.6) &&
      !/redis|classpath/.test(String(pair.extra.repo)),
    neighbourhood: (pair) => String(pair.extra.repo),
  },
  { name: 'nl2bash', use: 'paraphrase', weight: 0.3, licence: 'MIT' },
  { name: 'conala', use: 'paraphrase', weight: 0.2, licence: 'MIT' },
  {
    name: 'parasci-acl',
    isGeneral: true,
    use: 'paraphrase',
    weight: 0.5,
    licence: 'CC BY (ACL texts)',
  },
  { name: 'cross-docs-negatives', use: 'labelled', weight: 3, licence: 'as cross-docs' },
  { name: 'stsb', isGeneral: true, use: 'graded', weight: 4, licence: 'CC BY-SA 4.0' },
  { name: 'sts1216-noleak', isGeneral: true, use: 'graded', weight: 3, licence: 'STS, research' },
  {
    name: 'snli-devtest',
    isGeneral: true,
    use: 'labelled',
    weight: 1.5,
    licence: 'CC BY-SA 4.0',
    // Neutral pairs are neither the same nor clearly different in topic; contradictions are good imposites.
    keep: (pair) => pair.extra.nli !== 'neutral',
  },
  { name: 'breaking-nli', isGeneral: true, use: 'labelled', weight: 0.7, licence: 'CC BY-SA 4.0' },
];
