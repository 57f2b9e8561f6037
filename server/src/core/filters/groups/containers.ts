import { CR, isSpace } from '../../passages/scanning/characters';

/** The type that a member is declared in, as far as its header shows it. */
export interface Container {
  readonly name: string;
  /** Interfaces, traits, protocols and abstract classes: what others implement. */
  readonly isContract: boolean;
  /** Names of the types that it extends or implements. */
  readonly heritage: readonly string[];
}

interface Header extends Container {
  readonly start: number;
  /** Where a line stands at its own level again. */
  end: number;
  /** White space before it, in UTF-16 units. */
  readonly indent: number;
  readonly outer: Header | undefined;
}

const MODIFIERS =
  '(?:(?:export|default|typedef|declare|public|private|protected|internal|static|final|abstract|sealed|non-sealed|open|data|inner|partial|unsafe|expect|actual|value|ref|readonly|strictfp|pub(?:\\([\\w ]{1,40}\\))?|@\\w+(?:\\([^()]{0,100}\\))?)\\s+)';
const HEADER = new RegExp(
  `^${MODIFIERS}{0,8}(class|interface|@interface|trait|protocol|struct|object|companion object|enum|extension|record|impl|module|annotation class)\\b(.*)$`,
);
/** Go declares its methods outside of their type. */
const GO_TYPE = /^type\s+(\w+)(?:\[[^\]]{0,100}\])?\s+(interface|struct)\b/;
/** What stands at the level of a header without closing it: braces below it, labels, preprocessor lines. */
const SAME_LEVEL =
  /^(?:\{|#|\/\*|\*|\/\/|\)|(?:public|private|protected|signals|slots)\b[^(]*:\s*$)/;
const WORTH_A_LOOK =
  /\b(?:class|interface|trait|protocol|struct|object|enum|extension|record|impl|module|type)\b/;
const CONTRACTS = new Set(['interface', '@interface', 'trait', 'protocol']);
const LONGEST_LINE = 500;
const AT = 64;
/** A header may be broken over so many lines more. */
const MORE_LINES = 3;

/** A function that answers in which type an offset of the source lies. Linear to make, quick to ask. */
export function containerFinder(source: string): (offset: number) => Container | undefined {
  const headers = findHeaders(source);
  return (offset) => {
    const lineStart = source.lastIndexOf('\n', offset - 1) + 1;
    const indent = indentOf(source, lineStart);
    let header = lastBefore(headers, lineStart);
    while (header && (header.indent >= indent || header.end <= lineStart)) header = header.outer;
    return header;
  };
}

function findHeaders(source: string): readonly Header[] {
  const headers: Header[] = [];
  let inner: Header | undefined;
  for (let start = 0; start <= source.length; ) {
    const end = endOfLine(source, start);
    const indent = indentOf(source, start);
    const first = source.charCodeAt(start + indent);
    const isBlank = start + indent >= end || first === CR;
    if (inner && inner.indent >= indent && !isBlank) {
      const line = source.slice(start + indent, Math.min(end, start + indent + 40));
      if (!SAME_LEVEL.test(line)) {
        for (; inner && inner.indent >= indent; inner = inner.outer) inner.end = start;
      }
    }
    const found = mayBeginHeader(first) ? headerAt(source, start, end) : undefined;
    if (found) {
      const { name, isContract, heritage } = found;
      const isOpen = Number.POSITIVE_INFINITY;
      inner = { name, isContract, heritage, start, end: isOpen, indent, outer: inner };
      headers.push(inner);
    }
    start = end + 1;
  }
  return headers;
}

/** Whether a line may begin a header by its first character: a small letter, `@`, or white space of a rarer sort before it. */
function mayBeginHeader(first: number): boolean {
  return (first >= 97 && first <= 122) || first === AT || first > 127 || isSpace(first);
}

function headerAt(source: string, start: number, end: number): Container | undefined {
  const text = lineOf(source, start, end);
  return /^[a-z@]/.test(text) && WORTH_A_LOOK.test(text) ? headerOf(text, source, end) : undefined;
}

function lineOf(source: string, start: number, end: number): string {
  return source.slice(start, Math.min(end, start + LONGEST_LINE)).trim();
}

/** Where a line ends; the source's length for the last one. */
function endOfLine(source: string, start: number): number {
  const end = source.indexOf('\n', start);
  return end < 0 ? source.length : end;
}

/** @param end where its line ends. */
function headerOf(text: string, source: string, end: number): Container | undefined {
  const go = GO_TYPE.exec(text);
  if (go) return { name: go[1] as string, isContract: go[2] === 'interface', heritage: [] };
  const [, keyword = '', rest = ''] = HEADER.exec(text) ?? [];
  if (keyword === '') return undefined;
  let header = rest;
  let last = end;
  for (let more = 1; more <= MORE_LINES && !/[{:;]/.test(header); more++) {
    const next = last + 1;
    last = endOfLine(source, next);
    header += ` ${lineOf(source, next, last)}`;
  }
  const [head = ''] = header.split('{', 1);
  const names = withoutGenerics(head).match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? [];
  if (keyword === 'impl') return implementationOf(head);
  const types = names.slice(1).filter((name) => /^_?\p{Lu}/u.test(name));
  const isContract =
    CONTRACTS.has(keyword) ||
    /\babstract\b/.test(text.slice(0, text.indexOf(keyword))) ||
    types.some((name) => name === 'ABC' || name === 'Protocol' || name === 'ABCMeta');
  const [name] = names;
  return name === undefined ? undefined : { name, isContract, heritage: types };
}

/** Rust: `impl Trait for Type`. */
function implementationOf(head: string): Container | undefined {
  const [left = '', right] = withoutGenerics(head).split(/\bfor\b/);
  const last = (text: string) =>
    text
      .split(/\bwhere\b/, 1)[0]
      ?.match(/\w+/g)
      ?.at(-1);
  const name = last(right ?? left);
  const implemented = right === undefined ? undefined : last(left);
  if (name === undefined) return undefined;
  return { name, isContract: false, heritage: implemented === undefined ? [] : [implemented] };
}

function withoutGenerics(text: string): string {
  let plain = text;
  for (let depth = 0; depth < 3; depth++) plain = plain.replace(/<[^<>]*>/g, ' ');
  return plain;
}

/** The last header that begins before an offset. */
function lastBefore(headers: readonly Header[], offset: number): Header | undefined {
  let low = 0;
  let high = headers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((headers[middle] as Header).start < offset) low = middle + 1;
    else high = middle;
  }
  return headers[low - 1];
}

function indentOf(source: string, lineStart: number): number {
  let at = lineStart;
  while (source.charAt(at) === ' ' || source.charAt(at) === '\t') at++;
  return at - lineStart;
}
