import { BACKSLASH, isNewline } from './characters';
import type { Rule } from './cursor';
import type { BlockComment } from './grammar';

const QUOTE = 34;

/** The documentation opener at `at`; one drawn longer (`////`) is a banner, and none. */
export function docOpener(
  source: string,
  at: number,
  docs: readonly string[] = [],
): string | undefined {
  return docs.find((doc) => {
    const next = source.charAt(at + doc.length);
    return source.startsWith(doc, at) && next !== doc.charAt(doc.length - 1) && next !== '/';
  });
}

/** Reads a comment between two delimiters; one that is never closed reaches to the end. */
export function blockRule(block: BlockComment): Rule {
  return (cursor) => {
    const { source, at } = cursor;
    if (!source.startsWith(block.open, at) || !cursor.commentsAllowed) return false;
    if (block.except?.some((other) => source.startsWith(other, at))) return false;
    if (block.atMargin && at > 0 && !isNewline(source.charCodeAt(at - 1))) return false;
    const end = block.nests ? nestedEnd(source, at, block) : flatEnd(source, at, block);
    const found = docOpener(source, at, block.docs);
    const doc = found !== undefined && isEmpty(source, at, end, found, block) ? undefined : found;
    cursor.comment(at, end, doc ?? block.open, block.close, doc !== undefined);
    return true;
  };
}

/** `(**)`: the star of the supposed documentation opener is the closing one. */
function isEmpty(
  source: string,
  at: number,
  end: number,
  doc: string,
  block: BlockComment,
): boolean {
  const { close } = block;
  return end - at < doc.length + close.length && source.startsWith(close, end - close.length);
}

function flatEnd(source: string, at: number, block: BlockComment): number {
  const close = block.atMargin ? `\n${block.close}` : block.close;
  const end = source.indexOf(close, at + block.open.length);
  return end < 0 ? source.length : end + close.length;
}

function nestedEnd(source: string, from: number, { open, close, quotes }: BlockComment): number {
  const [first, last] = [open.charCodeAt(0), close.charCodeAt(0)];
  let depth = 1;
  let at = from + open.length;
  let hiding = quotes === true;
  while (at < source.length) {
    const code = source.charCodeAt(at);
    if (code === last && source.startsWith(close, at)) {
      at += close.length;
      if (--depth === 0) return at;
    } else if (code === first && source.startsWith(open, at)) {
      at += open.length;
      depth++;
    } else if (hiding && code === QUOTE && !source.startsWith(`'"'`, at - 1)) {
      const end = quotedEnd(source, at);
      // A quote that nothing closes hides nothing, and is looked for but once.
      hiding = end > at;
      at = Math.max(end, at + 1);
    } else {
      at++;
    }
  }
  return source.length;
}

/** The offset behind the string that begins at `from`; -1 when it is never closed. */
function quotedEnd(source: string, from: number): number {
  for (let at = from + 1; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === QUOTE) return at + 1;
  }
  return -1;
}
