import { stripMarkup } from './markup';

/** A run that only draws a line or a frame, at one end of a text line. */
const RULE_START = /^(?:[-=*#~_+<>/\\|.:─-╿▀-▟]{3,}|[─-╿▀-▟|*#]+(?=\s))\s*/;
const RULE_CHARACTERS = '-=*#~_+<>/\\|';
const FRAME_CHARACTERS = '|*#';
const UNFOLDED = /\s\s|[^\S ]/;
const FENCE = /^(?:```|~~~)[^`]*$/;

/** What sentences remain of undecorated lines: no code blocks, drawings and markup; one line, trimmed. */
export function proseOf(lines: readonly string[]): string {
  const kept: string[] = [];
  let skipsUntil: ((line: string) => boolean) | undefined;
  for (const line of lines) {
    const text = line.trim();
    if (skipsUntil !== undefined) {
      if (skipsUntil(text)) skipsUntil = undefined;
    } else {
      skipsUntil = codeBlockEnd(text);
      if (skipsUntil === undefined) kept.push(withoutRules(text));
    }
  }
  return fold(stripMarkup(kept.join(' ')));
}

/** White space folded to single spaces, and none at the ends. */
export function fold(text: string): string {
  return UNFOLDED.test(text) ? text.replace(/\s+/g, ' ').trim() : text.trim();
}

/** For the first line of a code block: what ends it. */
function codeBlockEnd(text: string): ((line: string) => boolean) | undefined {
  const first = text.charCodeAt(0);
  if (isLetter(first)) return undefined;
  if (FENCE.test(text)) {
    const mark = text.slice(0, 3);
    return (line) => line.startsWith(mark);
  }
  if (text.startsWith('>>> ')) return (line) => line === '';
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
