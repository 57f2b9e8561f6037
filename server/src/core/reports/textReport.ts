import { copiedClaim } from '../diagnostics/describeCopied';
import { reasonOf } from '../filters/allFilters';
import { compareTexts } from './order';
import { type Palette, plain } from './palette';
import type { Report, ReportGroup, ReportPassage, ReportSilence } from './report';
import { summarize } from './summary';
import { countOf, printable, truncate } from './words';

/** How a text report is laid out. */
export interface TextStyle {
  readonly palette?: Palette;
  /** Width of the terminal; excerpts are cut to fit. */
  readonly columns?: number;
  /** Shows notes in full; lists the skipped files and the silenced passages with their reasons. */
  readonly verbose?: boolean;
  /** Groups left out because a baseline has them. */
  readonly known?: number;
}

const DEFAULT_COLUMNS = 100;
/** An excerpt is never cut shorter than this; on narrow terminals it wraps. */
const SHORTEST_EXCERPT = 24;
const WIDEST_PLACE = 48;
const INDENT = '    ';

/** The report for people: one block per group, notes in a line each below them, and a closing summary. */
export function renderText(report: Report, style: TextStyle = {}): string {
  const palette = style.palette ?? plain;
  const [warnings, notes] = [report.groups.filter(isWarning), report.groups.filter(isNote)];
  const blocks = warnings.map((group) => renderGroup(group, palette, style));
  if (style.verbose) blocks.push(...notes.map((group) => renderGroup(group, palette, style)));
  else if (notes.length > 0) blocks.push(renderNotes(notes, palette, style));
  if (style.verbose && report.skipped.length > 0) blocks.push(renderSkipped(report, palette));
  if (style.verbose && report.silenced?.length)
    blocks.push(renderSilenced(report.silenced, palette));
  const mark = warnings.length > 0 ? palette.warning('●') : palette.good('✔');
  return `${[...blocks, `${mark} ${summarize(report, style.known)}`].join('\n\n')}\n`;
}

/** A passage near a text, with what the two differ in where they state different facts. */
export interface NearPassage extends ReportPassage {
  readonly differsIn?: string | undefined;
}

/** Passages in aligned columns, one a line: place, kind, similarity, what differs, excerpt. */
export function renderPassages(
  passages: readonly NearPassage[],
  palette: Palette = plain,
  columns = DEFAULT_COLUMNS,
): string {
  const places = passages.map(({ path, startLine }) => `${printable(path)}:${startLine}`);
  const width = Math.min(WIDEST_PLACE, Math.max(0, ...places.map((place) => place.length)));
  const rows = passages.map((passage, i) => {
    const place = places[i] ?? '';
    const gap = ' '.repeat(Math.max(0, width - place.length));
    const kind = passage.kind.padEnd(8);
    const similarity = passage.similarity.toFixed(2);
    const { differsIn } = passage;
    const fact = differsIn === undefined ? '' : `differs in: ${printable(differsIn)}  `;
    const mark = fact === '' ? '' : palette.warning(fact);
    const used = Math.max(width, place.length) + kind.length + similarity.length + fact.length + 8;
    const excerpt = truncate(printable(passage.text), Math.max(SHORTEST_EXCERPT, columns - used));
    const middle = palette.faint(`${kind}  ${similarity}`);
    return `  ${palette.path(place)}${gap}  ${middle}  ${mark}${excerpt}`;
  });
  return rows.join('\n');
}

/**
 * A group: a heading, then each member's place with its words below. Members of an exact group share their
 * words, which are shown once.
 */
function renderGroup(group: ReportGroup, palette: Palette, style: TextStyle): string {
  const exact = group.kind === 'duplicate';
  const paint = exact ? palette.strong : palette.warning;
  const size = countOf(group.members.length, 'passage');
  const level = isNote(group) ? `  ${palette.faint(`note: ${group.note ?? ''}`)}` : '';
  const further =
    group.further === undefined ? '' : `  ${palette.faint(`copied files, ${group.further} more`)}`;
  const head = `${palette.title(paint(group.kind))}${level}  ${group.similarity.toFixed(2)}  ${size}${further}`;
  const width = (style.columns ?? DEFAULT_COLUMNS) - INDENT.length;
  const rows = group.members.flatMap((member, i) => {
    const place = `  ${palette.path(`${printable(member.path)}:${member.startLine}`)}`;
    const row = `${place}  ${palette.faint(member.kind)}`;
    const words = `${INDENT}${truncate(printable(member.text), Math.max(SHORTEST_EXCERPT, width))}`;
    const rows = [row, ...renderCopied(member, palette)];
    return exact && i < group.members.length - 1 ? rows : [...rows, words];
  });
  return [`${head}  ${palette.faint(group.id)}`, ...rows].join('\n');
}

const isNote = ({ level }: ReportGroup) => level !== undefined;
const isWarning = (group: ReportGroup) => !isNote(group);

/** Notes by what makes them one: its reason, then a line for each with its first place, the others' number and its words. */
function renderNotes(
  notes: readonly ReportGroup[],
  palette: Palette,
  { columns = DEFAULT_COLUMNS }: TextStyle,
): string {
  const blocks = [...new Set(notes.map(({ note = '' }) => note))].sort(compareTexts).map((name) => {
    const head = `${palette.title(`notes: ${name}`)}  ${palette.faint(reasonOf(name))}`;
    const rows = notes.filter(({ note = '' }) => note === name);
    return [head, ...rows.map((group) => renderNote(group, palette, columns))].join('\n');
  });
  return blocks.join('\n\n');
}

function renderNote({ members }: ReportGroup, palette: Palette, columns: number): string {
  const [first] = members;
  if (!first) return '';
  const place = `${printable(first.path)}:${first.startLine}`;
  const more = `+${members.length - 1}`;
  const room = columns - place.length - more.length - 2 * INDENT.length;
  const words = truncate(printable(first.text), Math.max(SHORTEST_EXCERPT, room));
  return `  ${palette.path(place)} ${palette.faint(more)}  ${words}`;
}

function renderCopied({ subject, original }: ReportPassage, palette: Palette): string[] {
  if (subject === undefined || !original) return [];
  const claim = printable(`${copiedClaim(original.subject, subject)}.`);
  return [`${INDENT}${palette.warning('copied-comment')}  ${claim}`];
}

function renderSkipped(report: Report, palette: Palette): string {
  const rows = report.skipped.map(
    ({ path, reason }) => `  ${palette.path(printable(path))}  ${palette.faint(printable(reason))}`,
  );
  return [palette.title('skipped'), ...rows].join('\n');
}

/** What is not reported: a heading with the reason for each filter, and its passages below. */
function renderSilenced(silenced: readonly ReportSilence[], palette: Palette): string {
  const byFilter = new Map<string, ReportSilence[]>();
  for (const silence of silenced) {
    const known = byFilter.get(silence.filter);
    if (known) known.push(silence);
    else byFilter.set(silence.filter, [silence]);
  }
  const blocks = [...byFilter]
    .sort(([a], [b]) => compareTexts(a, b))
    .map(([filter, passages]) => {
      const head = `${palette.title(`not reported: ${filter}`)}  ${palette.faint(reasonOf(filter))}`;
      const rows = passages.map(({ path, startLine, like }) => {
        const repeats = like ? `  repeats ${printable(like.path)}:${like.startLine}` : '';
        return `  ${palette.path(`${printable(path)}:${startLine}`)}${palette.faint(repeats)}`;
      });
      return [head, ...rows].join('\n');
    });
  return blocks.join('\n\n');
}
