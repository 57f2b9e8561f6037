import { isWordStart, wordAt } from '../scanning/characters';
import { type Comment, shiftComments } from '../scanning/comment';
import { scan } from '../scanning/scan';
import { css, cssWithLineComments } from './css';
import { ecmascript } from './ecmascript';

const RAW_ELEMENTS = new Set(['script', 'style', 'textarea', 'title']);
const NO_CODE =
  /\btype\s{0,9}=\s{0,9}["']?(?!module|(?:text|application)\/(?:java|ecma|type)script|text\/(?:jsx|babel|css))/i;

const script = ecmascript(false);

/** Comments of a document, and those in its scripts and style sheets. */
export function scanHtml(source: string): Comment[] {
  const comments: Comment[] = [];
  let at = source.indexOf('<');
  while (at >= 0) {
    if (source.startsWith('<!--', at)) {
      const close = source.indexOf('-->', at + 4);
      const end = close < 0 ? source.length : close + 3;
      comments.push({ start: at, end, open: '<!--', close: '-->', doc: false });
      at = end;
    } else if (isWordStart(source.charCodeAt(at + 1))) {
      at = readElement(source, at, comments);
    } else {
      at++;
    }
    at = source.indexOf('<', at);
  }
  return comments;
}

/** Reads an opening tag, and the whole element where its content is not markup. */
function readElement(source: string, at: number, comments: Comment[]): number {
  const name = wordAt(source, at + 1).toLowerCase();
  const tagEnd = endOfTag(source, at + 1 + name.length);
  if (!RAW_ELEMENTS.has(name)) return tagEnd;
  const close = new RegExp(`</${name}`, 'gi');
  close.lastIndex = tagEnd;
  const end = close.exec(source)?.index ?? source.length;
  const tag = source.slice(at, Math.min(tagEnd, at + 400));
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
  if (name === 'script') return scan(content, script);
  return scan(
    content,
    /\blang\s{0,9}=\s{0,9}["']?(?:scss|less)/i.test(tag) ? cssWithLineComments : css,
  );
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
