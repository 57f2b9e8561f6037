import MarkdownIt, { type Token } from 'markdown-it';
import type { Candidate } from '../candidate';
import { stripMarkup } from '../comments/markup';
import { fold } from '../comments/prose';
import { isIgnoreDirective } from '../ignoreDirectives';
import { afterNewline, lineEnd } from '../scanning/characters';
import { codeRanges, withoutShortcodes } from './markdownShortcodes';

const LETTER = /\p{L}/u;
const TASK = /^\[[ xX]\]\s+/;
const ADMONITION = /^\[!\w{1,20}\]\s*/;
const CONTAINER = /^:::.*$/gm;
const LINKS =
  /!?\[(?:[^[\]]|\[[^[\]]{0,200}\]){0,300}\](?:\([^()\n]{0,600}\)|\[[^[\]]{0,100}\])|<https?:[^<>\s]{1,600}>|https?:\/\/[^\s<>]{1,600}/g;

/** Block structure only: inline rules would cost most of the time and answer nothing we ask. */
const parser = new MarkdownIt({ html: true }).disable(['inline', 'text_join']);

/** Paragraphs of a Markdown document, those of list items and quotations included. */
export function readMarkdown(source: string): Candidate[] {
  const starts = lineStarts(source);
  const skipped = frontMatterLines(source, starts);
  const body = source.slice(starts[skipped] ?? source.length).replace(/^\ufeff/, ' ');
  const tokens = parser.parse(body, {});
  const code = codeRanges(source);
  const candidates: Candidate[] = [];
  tokens.forEach((token, index) => {
    if (token.map === null || !isProseToken(token, tokens[index - 1])) return;
    const candidate = candidateOf(source, starts, token, skipped);
    if (candidate === undefined) return;
    const { start } = candidate;
    if (!code.some(([from, to]) => from <= start && start < to)) candidates.push(candidate);
  });
  return candidates;
}

function isProseToken(token: Token, previous: Token | undefined): boolean {
  if (token.type === 'inline') return previous?.type === 'paragraph_open';
  return token.type === 'html_block' && isIgnoreDirective(token.content);
}

function candidateOf(
  source: string,
  starts: readonly number[],
  token: Token,
  skipped: number,
): Candidate | undefined {
  const [first = 0, last = 0] = token.map ?? [];
  const content = token.content.trim();
  const prose = withoutShortcodes(content);
  const isHtml = token.type === 'html_block';
  if (!isHtml && !LETTER.test(prose.replace(LINKS, ''))) return undefined;
  const start = startOf(source, starts[first + skipped] ?? 0, content);
  const lineAfter = starts[last + skipped] ?? source.length;
  const end = start + source.slice(start, lineAfter).trimEnd().length;
  const lines = content.split('\n');
  const text = isHtml ? '' : textOf(prose);
  return { kind: 'markdown', start, end, text, lines, tags: [], described: true };
}

/** The content's first line ends its source line, behind whatever markers precede it. */
function startOf(source: string, lineStart: number, content: string): number {
  const line = source.slice(lineStart, lineEnd(source, lineStart)).trimEnd();
  const first = content.split('\n', 1)[0]?.trimEnd() ?? '';
  return lineStart + Math.max(0, line.length - first.length);
}

function textOf(content: string): string {
  const plain = content.replace(TASK, '').replace(ADMONITION, '').replace(CONTAINER, '');
  const unescaped = plain.replace(/<!--.{0,2000}?-->/gs, ' ');
  return fold(stripMarkup(fold(unescaped))).replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** How many lines YAML (`---`) or TOML (`+++`) front matter takes at the document's top. */
function frontMatterLines(source: string, starts: readonly number[]): number {
  const line = (index: number) => {
    const start = starts[index] ?? source.length;
    return source.slice(start, Math.min(lineEnd(source, start), start + 40)).trimEnd();
  };
  const fence = line(0).replace('\ufeff', '');
  if ((fence !== '---' && fence !== '+++') || line(1) === '') return 0;
  for (let index = 1; index < starts.length; index++) {
    if (line(index) === fence || (fence === '---' && line(index) === '...')) return index + 1;
  }
  return 0;
}

function lineStarts(source: string): number[] {
  const starts = [0];
  for (let at = lineEnd(source, 0); at < source.length; at = lineEnd(source, at)) {
    at = afterNewline(source, at);
    starts.push(at);
  }
  return starts;
}
