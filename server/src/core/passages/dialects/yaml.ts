import { afterNewline, isNewline, isSpace, lineEnd } from '../scanning/characters';
import type { Comment } from '../scanning/comment';

const BLOCK_SCALAR = /(?:^|[\s:?-])[|>](?:[+-]?[1-9]?|[1-9][+-])[ \t]*$/;
const BEFORE_VALUE = ':-,[{?';

/** YAML: `#` behind a blank, outside quotes and block scalars. */
export function scanYaml(source: string): Comment[] {
  const comments: Comment[] = [];
  let at = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < source.length) {
    const line = at;
    const end = readLine(source, line, comments);
    const last = comments[comments.length - 1];
    const code = source.slice(line, last !== undefined && last.start >= line ? last.start : end);
    at = afterNewline(source, lineEnd(source, end));
    if (code.length < 1000 && BLOCK_SCALAR.test(code.trimEnd())) {
      at = skipBlockScalar(source, at, parentIndent(code));
    }
  }
  return comments;
}

/** Reads a line (several where a quoted value spans them); answers where its code or comment ends. */
function readLine(source: string, from: number, comments: Comment[]): number {
  let at = from;
  let valueDue = true;
  while (at < source.length) {
    const code = source.charCodeAt(at);
    if (isNewline(code)) return at;
    const character = source.charAt(at);
    if (character === '#' && (at === from || isSpace(source.charCodeAt(at - 1)))) {
      return readComment(source, at, comments);
    }
    if (valueDue && (character === '"' || character === "'")) {
      at = skipQuoted(source, at, character);
      valueDue = false;
    } else if (valueDue && (character === '!' || character === '&')) {
      while (at < source.length && !isSpace(source.charCodeAt(at))) at++;
    } else {
      if (!isSpace(code)) valueDue = BEFORE_VALUE.includes(character);
      at++;
    }
  }
  return source.length;
}

function readComment(source: string, start: number, comments: Comment[]): number {
  const end = lineEnd(source, start);
  const length = source.slice(start, end).trimEnd().length;
  comments.push({ start, end: start + length, open: '#', close: '', doc: false });
  return end;
}

/** The offset behind the quoted value; the source's end when it is unclosed. */
function skipQuoted(source: string, from: number, mark: string): number {
  let at = from + 1;
  while (at < source.length) {
    const character = source.charAt(at);
    if (mark === '"' && character === '\\') at++;
    else if (mark === "'" && source.startsWith("''", at)) at++;
    else if (character === mark) break;
    at++;
  }
  return Math.min(at + 1, source.length);
}

/** The column of the node whose value the block scalar is; its content stands further right. */
function parentIndent(code: string): number {
  const prefix = /^[ \t]*(?:[-?][ \t]+)*/.exec(code)?.[0] ?? '';
  if (code.startsWith('---')) return -1;
  const rest = code.slice(prefix.length);
  if (!/^[|>]/.test(rest)) return prefix.length;
  return prefix.trimEnd() === '' ? -1 : prefix.trimEnd().length - 1;
}

function skipBlockScalar(source: string, from: number, parent: number): number {
  let at = from;
  let content = -1;
  while (at < source.length) {
    const end = lineEnd(source, at);
    let first = at;
    while (first < end && source.charAt(first) === ' ') first++;
    const indent = first - at;
    const blank = source.slice(first, end).trim() === '';
    if (!blank && content < 0 && indent > parent) content = indent;
    if (!blank && (content < 0 || indent < content)) return at;
    at = afterNewline(source, end);
  }
  return source.length;
}
