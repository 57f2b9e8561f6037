import { isWordStart, wordAt } from '../scanning/characters';
import { type Comment, shiftComments } from '../scanning/comment';
import type { Grammar } from '../scanning/grammar';
import { scan } from '../scanning/scan';
import { css, cssWithLineComments } from './css';
import { ecmascript } from './ecmascript';

const RAW_ELEMENTS = new Set(['script', 'style', 'textarea', 'title']);
const NO_CODE =
  /\btype\s{0,9}=\s{0,9}["']?(?!module|(?:text|application)\/(?:java|ecma|type)script|text\/(?:jsx|babel|css))/i;
const LANG = /\blang\s{0,9}=\s{0,9}["']?(\w{1,20})/i;

const script = ecmascript(false);
const EMBEDDED: Readonly<Record<string, Grammar>> = {
  ...{ js: script, javascript: script, ts: script, typescript: script },
  ...{ jsx: ecmascript(true), tsx: ecmascript(true), css },
  ...{ scss: cssWithLineComments, less: cssWithLineComments, sass: cssWithLineComments },
  ...{ stylus: cssWithLineComments, styl: cssWithLineComments, postcss: css },
};

/** Comments of a document, and those in its scripts and style sheets. */
export function scanHtml(source: string): Comment[] {
  return scanMarkup(source, false);
}

/**
 * The same of a component (Vue, Svelte): names are told apart by their case (`<Title>` is no title), an element may
 * close itself, and a template may be in another language.
 */
export function scanComponent(source: string): Comment[] {
  return scanMarkup(source, true);
}

function scanMarkup(source: string, component: boolean): Comment[] {
  const comments: Comment[] = [];
  let at = source.indexOf('<');
  while (at >= 0) {
    if (source.startsWith('<!--', at)) {
      const close = source.indexOf('-->', at + 4);
      const end = close < 0 ? source.length : close + 3;
      comments.push({ start: at, end, open: '<!--', close: '-->', doc: false });
      at = end;
    } else if (isWordStart(source.charCodeAt(at + 1))) {
      at = readElement(source, at, comments, component);
    } else {
      at++;
    }
    at = source.indexOf('<', at);
  }
  return comments;
}

/** Reads an opening tag, and the whole element where its content is not markup. */
function readElement(source: string, at: number, comments: Comment[], component: boolean): number {
  const written = wordAt(source, at + 1);
  const name = component ? written : written.toLowerCase();
  const tagEnd = endOfTag(source, at + 1 + name.length);
  if (component && source.startsWith('/>', tagEnd - 2)) return tagEnd;
  const tag = source.slice(at, Math.min(tagEnd, at + 400));
  const foreign = component && name === 'template' && (LANG.exec(tag)?.[1] ?? 'html') !== 'html';
  if (!RAW_ELEMENTS.has(name) && !foreign) return tagEnd;
  const close = new RegExp(`</${name}`, 'gi');
  close.lastIndex = tagEnd;
  const end = close.exec(source)?.index ?? source.length;
  if (name === 'script' || name === 'style') {
    const content = source.slice(tagEnd, end);
    for (const comment of shiftComments(scanEmbedded(name, tag, content), tagEnd)) {
      comments.push(comment);
    }
  }
  return end;
}

function scanEmbedded(name: string, tag: string, content: string): Comment[] {
  if (NO_CODE.test(tag)) return [];
  const lang = LANG.exec(tag)?.[1]?.toLowerCase();
  if (lang === undefined) return scan(content, name === 'script' ? script : css);
  const grammar = EMBEDDED[lang];
  return grammar === undefined ? [] : scan(content, grammar);
}

/** The offset behind the tag; quoted attribute values may contain `>`. */
function endOfTag(source: string, from: number): number {
  let at = from;
  while (at < source.length && source.charAt(at) !== '>') {
    const character = source.charAt(at);
    if (character === '"' || character === "'") {
      const close = source.indexOf(character, at + 1);
      if (close < 0) return source.length;
      at = close;
    }
    at++;
  }
  return Math.min(at + 1, source.length);
}
