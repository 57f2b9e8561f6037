import { stripMarkup } from './markup';

/** A run that only draws a line or a frame, at one end of a text line. */
const RULE_START = /^(?:[-=*#~_+<>/\\|.:─-╿▀-▟]{3,}|[─-╿▀-▟|*#]+(?=\s))\s*/;
const RULE_CHARACTERS = '-=*#~_+<>/\\|';
const FRAME_CHARACTERS = '|*#';
/** White space that is not a single blank. */
const UNFOLDED = /[^\S ]\s*| \s+/g;
const FENCE = /^(?:```|~~~)[^`]*$/;
/** Doxygen's; anchored at the line's end, so that `@code` in a sentence opens nothing. */
const CODE_COMMAND = /^[@\\](code|verbatim)(?:\{[.\w]{1,20}\})?$/;

/** What sentences remain of undecorated lines: no code blocks, drawings and markup; one line, trimmed. */
export function proseOf(lines: readonly string[]): string {
  return fold(stripMarkup(proseLines(lines).join(' ')));
}

/** The indices of the first and last line that `proseOf` takes a letter or digit from, if one is. */
export function proseRange(
  lines: readonly string[],
): { readonly first: number; readonly last: number } | undefined {
  // All markup begins with a mark, so that a letter at the beginning stays.
  const says = (line: string | undefined) =>
    line !== undefined && (isLetter(line.charCodeAt(0)) || /[\p{L}\p{N}]/u.test(stripMarkup(line)));
  const kept = proseLines(lines);
  const first = kept.findIndex(says);
  return first < 0 ? undefined : { first, last: kept.findLastIndex(says) };
}

/** The lines without drawings; `undefined` in the place of each that belongs to a code block. */
function proseLines(lines: readonly string[]): (string | undefined)[] {
  let skipsUntil: ((line: string) => boolean) | undefined;
  return lines.map((line) => {
    const text = line.trim();
    if (skipsUntil !== undefined) {
      if (skipsUntil(text)) skipsUntil = undefined;
      return undefined;
    }
    skipsUntil = codeBlockEnd(text);
    return skipsUntil === undefined ? withoutRules(text) : undefined;
  });
}

/** White space folded to single spaces, and none at the ends. */
export function fold(text: string): string {
  return text.replace(UNFOLDED, ' ').trim();
}

/** For the first line of a code block, trimmed: what tells the line that ends it. */
export function codeBlockEnd(text: string): ((line: string) => boolean) | undefined {
  const first = text.charCodeAt(0);
  if (isLetter(first)) return undefined;
  if (FENCE.test(text)) {
    const mark = text.slice(0, 3);
    return (line) => line.startsWith(mark);
  }
  if (text.startsWith('>>> ')) return (line) => line === '';
  const command = CODE_COMMAND.exec(text)?.[1];
  if (command !== undefined && !text.includes(`end${command}`)) {
    return (line) => line.includes(`end${command}`);
  }
  if (/^<pre\b/i.test(text) && !text.includes('</pre>')) return (line) => line.includes('</pre>');
  return undefined;
}

function withoutRules(text: string): string {
  const drawn = isLetter(text.charCodeAt(0)) ? 0 : (RULE_START.exec(text)?.[0].length ?? 0);
  const rest = text.slice(drawn);
  const frame = trailing(rest, FRAME_CHARACTERS);
  const rule = trailing(rest, RULE_CHARACTERS);
  if (rule >= 3) return rest.slice(0, -rule).trimEnd();
  const apart = frame > 0 && frame < rest.length && rest.charAt(rest.length - frame - 1) === ' ';
  return apart ? rest.slice(0, -frame).trimEnd() : rest;
}

/** The common case, in which a line begins neither with a drawing nor with a code block. */
function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** How many characters at the text's end draw: those given, and box-drawing ones. */
function trailing(text: string, characters: string): number {
  let count = 0;
  while (count < text.length) {
    const code = text.charCodeAt(text.length - 1 - count);
    const drawn = code >= 0x2500 && code <= 0x259f;
    if (!drawn && !characters.includes(String.fromCharCode(code))) break;
    count++;
  }
  return count;
}
