import { renderTable } from '../precision/table';
import type { ComparedFile } from './repository';

const TITLES = [
  'Repository',
  'Language',
  'Files',
  'Not parsed',
  'Comment bytes',
  'Agree',
  'Differ',
  'Agree %',
  'With the unparsed %',
  'Unseen bytes',
];

/** A line per repository and language, and one for all. */
export function renderAgreement(
  repositories: ReadonlyMap<string, readonly ComparedFile[]>,
): string {
  const rows = [...repositories].flatMap(([name, files]) => {
    const ids = [...new Set(files.map(({ languageId }) => languageId))].sort();
    return ids.map((id) =>
      rowOf(
        name,
        id,
        files.filter(({ languageId }) => languageId === id),
      ),
    );
  });
  const all = rowOf('all', '', [...repositories.values()].flat());
  return renderTable([TITLES, ...rows, all]);
}

function rowOf(name: string, languageId: string, files: readonly ComparedFile[]): string[] {
  const parsed = files.filter(({ failed }) => !failed);
  const { both, union, unseen } = sum(parsed);
  const whole = sum(files);
  return [
    name,
    languageId,
    String(files.length),
    String(files.length - parsed.length),
    String(union),
    String(both),
    String(union - both),
    percent(both, union),
    percent(whole.both, whole.union),
    String(unseen),
  ];
}

function sum(files: readonly ComparedFile[]): { both: number; union: number; unseen: number } {
  const total = { both: 0, union: 0, unseen: 0 };
  for (const { agreement } of files) {
    total.both += agreement.both;
    total.union += agreement.union;
    total.unseen += agreement.unseen;
  }
  return total;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : ((100 * part) / whole).toFixed(3);
}
