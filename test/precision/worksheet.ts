import type { ReportGroup, ReportPassage } from '../../server/src/core/reports/report';
import type { Warning } from './sample';

/** Lines shown before and after each passage. */
const CONTEXT = 6;
/** Places of a group that are quoted; a reader decides by few, and the others are listed. */
const MAX_QUOTED = 4;
/** Lines quoted of one place: a comment of pages says what it is on the first of them. */
const MAX_LINES = 60;
const MAX_LISTED = 20;

/** The lines of a file of a repository; undefined when it cannot be read. */
export type ReadLines = (repository: string, path: string) => readonly string[] | undefined;

/**
 * The warnings as Markdown for a person who labels them. It quotes what was scanned, so it never enters this
 * repository. Similarities are left out: they must not sway the reader.
 */
export function renderWorksheet(drawn: readonly Warning[], readLines: ReadLines): string {
  const sections = drawn.map((warning, index) => renderWarning(warning, index + 1, readLines));
  return `# Worksheet: ${drawn.length} warnings\n\n${sections.join('\n')}`;
}

function renderWarning(
  { repository, group }: Warning,
  number: number,
  readLines: ReadLines,
): string {
  const quoted = quotedOf(group);
  const others = group.members.filter((member) => !quoted.includes(member));
  const parts = quoted.map((member) => renderPlace(member, readLines(repository, member.path)));
  return `## ${number}. ${repository} ${group.id}\n\n${parts.join('\n')}${listOthers(others)}`;
}

/** A place of each distinct text first, then further ones, all by place. */
function quotedOf(group: ReportGroup): readonly ReportPassage[] {
  const firsts = new Map<string, ReportPassage>();
  for (const member of group.members) {
    if (!firsts.has(member.text)) firsts.set(member.text, member);
  }
  const few = new Set([...new Set([...firsts.values(), ...group.members])].slice(0, MAX_QUOTED));
  return group.members.filter((member) => few.has(member));
}

function renderPlace(member: ReportPassage, lines: readonly string[] | undefined): string {
  const { path, startLine, endLine, text, kind } = member;
  const head = `### ${path}:${startLine}-${endLine} (${kind})\n\n${fenced(text)}`;
  if (!lines) return `${head}\nThe file cannot be read.\n`;
  const end = Math.min(endLine, startLine + MAX_LINES);
  const from = Math.max(1, startLine - CONTEXT);
  const shown = lines.slice(from - 1, end + CONTEXT).map((line, i) => {
    const number = from + i;
    const mark = number >= startLine && number <= endLine ? '>' : ' ';
    return `${mark} ${String(number).padStart(5)}  ${line}`;
  });
  return `${head}\n${fenced(shown.join('\n'))}`;
}

/** In a fence longer than any inside. */
function fenced(text: string): string {
  const runs = text.match(/`{3,}/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return `${fence}text\n${text}\n${fence}\n`;
}

function listOthers(others: readonly ReportPassage[]): string {
  if (others.length === 0) return '';
  const listed = others.slice(0, MAX_LISTED).map((m) => `- ${m.path}:${m.startLine}-${m.endLine}`);
  const rest = others.length - listed.length;
  const more = rest > 0 ? [`- and ${rest} more`] : [];
  return `\nAlso:\n\n${[...listed, ...more].join('\n')}\n`;
}
