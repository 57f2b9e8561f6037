/** Character codes the scanners ask for by name. */
export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const BACKSLASH = 92;
export const BACKTICK = 96;

/** Whether `code` is white space within or between lines (ASCII, no-break space, byte order mark). */
export function isSpace(code: number): boolean {
  return code === SPACE || (code >= TAB && code <= CR) || code === 0xa0 || code === 0xfeff;
}

/** Whether `code` ends a line. */
export function isNewline(code: number): boolean {
  return code === LF || code === CR;
}

/** Whether `code` may be part of an identifier; every non-ASCII character counts. False for NaN. */
export function isWord(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    (code > 127 && code !== 0xa0 && code !== 0xfeff)
  );
}

/** Whether `code` may begin an identifier. */
export function isWordStart(code: number): boolean {
  return isWord(code) && !(code >= 48 && code <= 57);
}

/** The offset of the line break that ends the line of `at`, or the text's length. */
export function lineEnd(source: string, at: number): number {
  let end = at;
  while (end < source.length && !isNewline(source.charCodeAt(end))) end++;
  return end;
}

/** The offset behind the line break at `at`; a carriage return and line feed are one break. */
export function afterNewline(source: string, at: number): number {
  const pair = source.charCodeAt(at) === CR && source.charCodeAt(at + 1) === LF;
  return Math.min(at + (pair ? 2 : 1), source.length);
}

/** Whether only blanks stand between the start of the line and `at`. */
export function isFirstOnLine(source: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && !isNewline(source.charCodeAt(before))) {
    if (!isSpace(source.charCodeAt(before))) return false;
    before--;
  }
  return true;
}

/** The identifier that ends at `last` (inclusive), looking back at most `limit` characters. */
export function wordEndingAt(source: string, last: number, limit = 16): string {
  let first = last;
  while (first >= 0 && last - first < limit && isWord(source.charCodeAt(first))) first--;
  return source.slice(first + 1, last + 1);
}

/** The identifier that begins at `at`, at most `limit` characters of it. */
export function wordAt(source: string, at: number, limit = 80): string {
  let end = at;
  while (end < source.length && end - at < limit && isWord(source.charCodeAt(end))) end++;
  return source.slice(at, end);
}
