import type { Warning } from './sample';
import { SENSITIVITIES, type Sensitivity } from './scanRepository';

/** The reasons of each label; RULE.md says what they mean. */
export const REASONS = {
  'not-worth': [
    'different',
    'one-fact',
    'licence',
    'generated',
    'vendored',
    'changelog',
    'translation',
    'overloads',
    'accessors',
    'inherited',
    'parallel',
    'options',
    'test',
    'template',
    'boilerplate',
    'not-prose',
  ],
  worth: ['copied', 'stale', 'merge', 'delete', 'extract'],
} as const;

export type LabelName = keyof typeof REASONS;

/** What a person said of one group, or will say. */
export interface Label {
  readonly repository: string;
  readonly id: string;
  readonly sensitivity: Sensitivity;
  readonly label: LabelName | null;
  readonly reason: string | null;
  /** What the first pass said, where the decision is another. */
  readonly first?: LabelName;
}

/** A line to be filled in for each drawn warning; nothing of the scanned texts is in it. */
export function renderSkeleton(drawn: readonly Warning[], sensitivity: Sensitivity): string {
  return drawn
    .map(({ repository, group: { id } }): Label => {
      return { repository, id, sensitivity, label: null, reason: null };
    })
    .map((label) => `${JSON.stringify(label)}\n`)
    .join('');
}

/**
 * Reads labels, one JSON object a line; blank lines are passed over.
 *
 * @param name of the file, for the message
 * @throws Error naming the first line that is not a label, or that labels a group once more.
 */
export function parseLabels(text: string, name: string): Label[] {
  const labels = new Map<string, Label>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const label = readLabel(line);
    const at = `${name}:${index + 1}`;
    if (typeof label === 'string') throw new Error(`${at}: ${label}; see RULE.md`);
    const key = [label.repository, label.id, label.sensitivity].join('\t');
    if (labels.has(key)) throw new Error(`${at}: labelled before; keep one of the lines`);
    labels.set(key, label);
  }
  return [...labels.values()];
}

/** The label, or what is wrong with it. */
function readLabel(line: string): Label | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return (error as Error).message;
  }
  const { repository, id, sensitivity, label, reason, first } = (value ?? {}) as Record<
    string,
    unknown
  >;
  if (typeof repository !== 'string' || repository === '') return '"repository" is missing';
  if (typeof id !== 'string' || !/^[0-9a-f]{16}$/.test(id)) return '"id" is no fingerprint';
  const drawnAt = SENSITIVITIES.find((known) => known === sensitivity);
  if (!drawnAt) return `"sensitivity" must be one of ${SENSITIVITIES.join(', ')}`;
  const place = { repository, id, sensitivity: drawnAt };
  if (label === null && reason === null) return { ...place, label, reason };
  if (!isLabelName(label)) return '"label" must be worth or not-worth';
  const known = REASONS[label].find((code) => code === reason);
  if (!known) return `"reason" of ${label} must be one of ${REASONS[label].join(', ')}`;
  if (first === undefined) return { ...place, label, reason: known };
  if (!isLabelName(first)) return '"first" must be worth or not-worth';
  return { ...place, label, reason: known, first };
}

function isLabelName(value: unknown): value is LabelName {
  return typeof value === 'string' && Object.hasOwn(REASONS, value);
}
