import { languageOf } from '../../server/src/core/passages/languages';
import type { ReportGroup } from '../../server/src/core/reports/report';
import type { Label } from './labels';
import { renderTable } from './table';
import { type Share, wilson, writeShare } from './wilson';

/** Labels counted under one heading. */
export interface PrecisionRow {
  readonly name: string;
  readonly worth: number;
  readonly labelled: number;
  readonly precision: Share;
}

/** What the labels say of a scan. */
export interface PrecisionReport {
  readonly overall: PrecisionRow;
  readonly repositories: readonly PrecisionRow[];
  readonly languages: readonly PrecisionRow[];
  readonly kinds: readonly PrecisionRow[];
  /** How often each reason speaks against a warning. */
  readonly reasons: readonly (readonly [reason: string, count: number])[];
  /** Labels whose group is a note now: none of the rows above counts them. */
  readonly notes: PrecisionRow;
  /** Labels whose group the scan did not find. */
  readonly unmatched: number;
  /** Labels of repositories that were not scanned. */
  readonly absent: number;
  /** Lines without a label yet. */
  readonly open: number;
  /** Share of the counted labels that both passes gave. */
  readonly agreement: Share;
}

/** The groups of each scanned repository. */
export type ScannedGroups = ReadonlyMap<string, readonly ReportGroup[]>;

/** Counts the labels of groups that a scan found again: warnings, and notes apart. */
export function measurePrecision(
  labels: readonly Label[],
  scanned: ScannedGroups,
): PrecisionReport {
  const given = labels.filter(({ label }) => label !== null);
  const here = given.filter(({ repository }) => scanned.has(repository));
  const found = here.flatMap((label) => {
    const group = scanned.get(label.repository)?.find(({ id }) => id === label.id);
    return group ? [{ label, group }] : [];
  });
  const matched = found.filter(({ group }) => group.level === undefined);
  const notes = found.filter(({ group }) => group.level !== undefined);
  const rowsBy = (nameOf: (item: (typeof matched)[number]) => string): PrecisionRow[] => {
    const names = [...new Set(matched.map(nameOf))].sort();
    return names.map((name) =>
      countRow(
        name,
        matched.filter((item) => nameOf(item) === name).map(({ label }) => label),
      ),
    );
  };
  const counted = matched.map(({ label }) => label);
  const against = counted.filter(({ label }) => label === 'not-worth');
  return {
    overall: countRow('all', counted),
    repositories: rowsBy(({ label }) => label.repository),
    languages: rowsBy(({ group }) => groupLanguage(group)),
    kinds: rowsBy(({ group }) => group.kind),
    reasons: countReasons(against),
    notes: countRow(
      'notes',
      notes.map(({ label }) => label),
    ),
    unmatched: here.length - found.length,
    absent: given.length - here.length,
    open: labels.length - given.length,
    agreement: wilson(counted.filter(({ first }) => first === undefined).length, counted.length),
  };
}

/** The language of all members, or `mixed`. */
export function groupLanguage({ members }: ReportGroup): string {
  const languages = new Set(members.map(({ path }) => languageOf(path) ?? 'unknown'));
  const [only = 'unknown'] = languages;
  return languages.size > 1 ? 'mixed' : only;
}

/** The report as Markdown. */
export function renderPrecision(report: PrecisionReport): string {
  const { unmatched, absent, open, agreement, reasons, notes } = report;
  const sections = [
    renderRows('sample', [report.overall]),
    renderRows('repository', report.repositories),
    renderRows('language', report.languages),
    renderRows('kind', report.kinds),
  ];
  const against = reasons.map(([reason, count]) => `${reason} ${count}`).join(', ');
  return `${sections.join('\n\n')}

Not worth reading: ${against || 'none'}.
Told as notes, and not counted above: ${notes.labelled}, of which ${notes.worth} are worth reading.
${unmatched} labels match no group any more, ${absent} are of repositories that were not scanned, ${open} lines are open.
Both passes agreed: ${writeShare(agreement)}.
`;
}

function countRow(name: string, labels: readonly Label[]): PrecisionRow {
  const worth = labels.filter(({ label }) => label === 'worth').length;
  return { name, worth, labelled: labels.length, precision: wilson(worth, labels.length) };
}

function countReasons(labels: readonly Label[]): (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { reason } of labels) {
    if (reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

function renderRows(title: string, rows: readonly PrecisionRow[]): string {
  const cells = rows.map(({ name, worth, labelled, precision }) => [
    name,
    String(worth),
    String(labelled),
    writeShare(precision),
  ]);
  return renderTable([[title, 'worth', 'labelled', 'precision [95 %]'], ...cells]);
}
