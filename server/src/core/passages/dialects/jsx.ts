import { isWord, isWordStart, lineEnd } from '../scanning/characters';
import type { Cursor, Rule } from '../scanning/cursor';

/** Where one piece of markup stands: how deep in elements, and whether inside a tag. */
interface Markup {
  depth: number;
  inTag: boolean;
  /** Type arguments opened in the current tag. */
  angles: number;
  name: string;
}

/** What follows a type parameter's name, but no element's. */
const TYPE_PARAMETER = /^\s{0,20}(?:,|=|extends\s|>\s{0,20}\()/;

/**
 * Markup in expressions: its text holds no comments, its holes hold code. An element that is never closed
 * is taken for something else (a type argument), so a misreading ends with its tag.
 */
export function jsxRule(cursor: Cursor, expression: () => boolean): Rule {
  let lastCloses: ReadonlyMap<string, number> | undefined;
  const closesLater = (name: string, at: number) => {
    lastCloses ??= closingTags(cursor.source);
    return (lastCloses.get(name) ?? -1) > at;
  };
  return () => {
    const { source, at } = cursor;
    const next = source.charCodeAt(at + 1);
    if (!isWordStart(next) && source.charAt(at + 1) !== '>') return false;
    if (!expression()) return false;
    const name = tagName(source, at + 1);
    const rest = at + 1 + name.length;
    if (name !== '' && TYPE_PARAMETER.test(source.slice(rest, rest + 60))) return false;
    cursor.at = rest;
    readMarkup(cursor, { depth: 0, inTag: true, angles: 0, name }, closesLater);
    return true;
  };
}

/** Reads on until the outermost element closes, or into the next hole. */
function readMarkup(
  cursor: Cursor,
  markup: Markup,
  closesLater: (name: string, at: number) => boolean,
): void {
  const { source } = cursor;
  while (cursor.at < source.length) {
    if (source.charAt(cursor.at) === '{') {
      cursor.enter(1, '{}', () => readMarkup(cursor, markup, closesLater));
      return;
    }
    if (!markup.inTag) {
      if (readText(cursor, markup)) return;
    } else if (readTag(cursor, markup, closesLater) && markup.depth === 0) {
      return;
    }
  }
}

/** Reads one thing in an element's content; true when the outermost element closed. */
function readText(cursor: Cursor, markup: Markup): boolean {
  const { source } = cursor;
  let at = cursor.at;
  while (at < source.length && source.charAt(at) !== '<' && source.charAt(at) !== '{') at++;
  cursor.at = at;
  if (source.charAt(at) !== '<') return false;
  if (source.charAt(at + 1) === '/') {
    const end = source.indexOf('>', at);
    cursor.at = end < 0 ? source.length : end + 1;
    return --markup.depth === 0;
  }
  const opens = isWordStart(source.charCodeAt(at + 1)) || source.charAt(at + 1) === '>';
  markup.name = opens ? tagName(source, at + 1) : '';
  markup.inTag = opens;
  markup.angles = 0;
  cursor.at = at + 1 + markup.name.length;
  return false;
}

/** Reads one thing in an opening tag; true when the tag ended. */
function readTag(
  cursor: Cursor,
  markup: Markup,
  closesLater: (name: string, at: number) => boolean,
): boolean {
  const { source, at } = cursor;
  const character = source.charAt(at);
  cursor.at = at + 1;
  if (character === '"' || character === "'") {
    const end = source.indexOf(character, at + 1);
    cursor.at = end < 0 ? source.length : end + 1;
  } else if (character === '/') {
    return readSlash(cursor, markup, at);
  } else if (character === '<') {
    markup.angles++;
  } else if (character === '>' && markup.angles-- === 0) {
    markup.inTag = false;
    if (closesLater(markup.name, at)) markup.depth++;
    return true;
  }
  return false;
}

/** A slash in a tag closes the element, or begins a comment among its attributes. */
function readSlash(cursor: Cursor, markup: Markup, at: number): boolean {
  const { source } = cursor;
  const next = source.charAt(at + 1);
  if (next === '>') {
    cursor.at = at + 2;
    markup.inTag = false;
    return true;
  }
  if (next === '/') cursor.comment(at, lineEnd(source, at), '//', '', false);
  if (next === '*') {
    const end = source.indexOf('*/', at + 2);
    cursor.comment(at, end < 0 ? source.length : end + 2, '/*', '*/', false);
  }
  return false;
}

/** The element's name at `at`: `a`, `Menu.Item`, `svg:path`, `my-tag`; empty for a fragment. */
function tagName(source: string, at: number): string {
  let end = at;
  while (
    end < source.length &&
    (isWord(source.charCodeAt(end)) || '.:-$'.includes(source.charAt(end)))
  ) {
    end++;
  }
  return source.slice(at, end);
}

/** Where each element's last closing tag stands; made once, so that asking is cheap. */
function closingTags(source: string): Map<string, number> {
  const tags = new Map<string, number>();
  for (let at = source.indexOf('</'); at >= 0; at = source.indexOf('</', at + 2)) {
    tags.set(tagName(source, at + 2), at);
  }
  return tags;
}
