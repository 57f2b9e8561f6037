import type { Candidate } from '../candidate';
import { readComments } from '../commentCandidates';
import { BACKSLASH } from '../scanning/characters';
import type { Comment } from '../scanning/comment';
import { stripLatex } from './latexMarkup';
import { type Line, linesOf, mergeCandidates, Paragraphs } from './paragraphs';

/** Environments without prose: code, formulae, tables, drawings, references. */
const SKIPPED = new Set(
  'verbatim Verbatim BVerbatim alltt lstlisting minted comment filecontents equation align alignat gather multline eqnarray flalign displaymath math array tabular tabularx tabulary longtable tikzpicture pgfpicture forest algorithm algorithmic thebibliography'.split(
    ' ',
  ),
);
const DOCUMENT = /^[ \t]*\\begin\s?\{document\}/m;
const BOUNDARY =
  /^\s*\\(?:begin|end)\s?\{([^{}]{1,60})\}(?:\[[^\]]{0,200}\]|\{[^{}]{0,200}\}){0,4}/;
const ITEM = /^\s*\\item\b\s*(?:\[[^\]]{0,200}\])?/;
/** Lines that only say what is to come: headings and settings. */
const COMMAND =
  /^\s*\\(?:part|chapter|(?:sub){0,2}section|(?:sub)?paragraph|title|author|date|documentclass|usepackage|(?:re)?newcommand|def|newenvironment|newtheorem|bibliography|bibliographystyle|pagestyle|setlength|maketitle|tableofcontents|appendix|frametitle)\b/;
const DISPLAY: readonly (readonly [string, string])[] = [
  ['\\[', '\\]'],
  ['$$', '$$'],
];
/** Where a percent sign means itself. */
const VERBATIM = /\\(?:url|href|path)\{[^{}]{0,500}\}|\\verb\*?([^\w\s*])[^\n]{0,200}?\1/g;

/** Paragraphs of a LaTeX document and the comments among them. */
export function readLatex(source: string): Candidate[] {
  const comments: Comment[] = [];
  const paragraphs = new Paragraphs(source, stripLatex);
  const body = DOCUMENT.exec(source)?.index ?? 0;
  let until: string | undefined;
  for (const line of linesOf(source)) {
    if (until !== undefined) {
      if (line.text.includes(until)) until = undefined;
      continue;
    }
    const percent = commentStart(line.text);
    if (line.start >= body) until = readCode(paragraphs, line, percent);
    if (percent < line.text.length) readComment(line, percent, paragraphs, comments);
    if (line.start >= body && line.text.startsWith('\\end{document}')) break;
  }
  paragraphs.close();
  return mergeCandidates(paragraphs.candidates, readComments(source, { comments: () => comments }));
}

/** Reads what precedes the comment; answers what ends the code or formula that begins here. */
function readCode(paragraphs: Paragraphs, line: Line, percent: number): string | undefined {
  const code = line.text.slice(0, percent);
  const blank = code.trim() === '';
  if (blank || COMMAND.test(code)) {
    paragraphs.close();
    return undefined;
  }
  const boundary = BOUNDARY.exec(code);
  const item = boundary === null ? ITEM.exec(code) : null;
  const from = boundary?.[0].length ?? item?.[0].length ?? 0;
  if (from > 0) paragraphs.close();
  const name = boundary?.[1] ?? '';
  if (SKIPPED.has(name.replace('*', '')) && code.trimStart().startsWith('\\begin')) {
    const end = `\\end{${name}}`;
    return code.includes(end) ? undefined : end;
  }
  const display = DISPLAY.find(([open]) => code.trimStart().startsWith(open));
  if (display !== undefined) {
    paragraphs.close();
    const [open, close] = display;
    return code.includes(close, code.indexOf(open) + open.length) ? undefined : close;
  }
  // A label above a paragraph is no part of it.
  if (paragraphs.size > 0 || /\p{L}/u.test(stripLatex(code.slice(from)))) {
    paragraphs.add(line.start + from, line.start + code.length);
  }
  return undefined;
}

function readComment(
  line: Line,
  percent: number,
  paragraphs: Paragraphs,
  comments: Comment[],
): void {
  const text = line.text.slice(percent);
  const open = /^%{1,200}/.exec(text)?.[0] ?? '%';
  // A bare percent sign behind text only joins two lines.
  if (text === open && percent > 0) return;
  paragraphs.close();
  const start = line.start + percent;
  comments.push({ start, end: start + text.length, open, close: '', doc: false });
}

/** The offset of the line's comment, or the line's length. */
function commentStart(text: string): number {
  if (!text.includes('%')) return text.length;
  const masked = text.replace(VERBATIM, (match) => ' '.repeat(match.length));
  let at = masked.indexOf('%');
  while (at >= 0 && isEscaped(masked, at)) at = masked.indexOf('%', at + 1);
  return at < 0 ? text.length : at;
}

function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text.charCodeAt(before - 1) === BACKSLASH) before--;
  return (at - before) % 2 === 1;
}
