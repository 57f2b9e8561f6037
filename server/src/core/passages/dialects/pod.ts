import type { Candidate } from '../candidate';
import { stripMarkup } from '../comments/markup';
import type { Comment } from '../scanning/comment';
import { linesOf, Paragraphs } from './paragraphs';

/** Perl's documentation: from a command at the margin to `=cut`. */
export const POD = { open: '=', close: '=cut' } as const;

/** `B<bold>`, `C<code>`. */
const CODE = /\b[A-Z]<([^<>]{0,400})>/g;
const LABELLED = /\bL<([^<>|]{1,400})\|[^<>]{0,400}>/g;
const ESCAPE = /E<(lt|gt)>/g;
const DOUBLED_CODE = /\b[A-Z]<{2,4}\s(.{0,400}?)\s>{2,4}/gs;
/** `=item * text`. Headings and other commands are no prose. */
const ITEM = /^=item\s+(?:(?:[*o-]|\d{1,4}[.)]?)\s+)?/;

/** The offset behind the document that begins at `start`. */
export function podEnd(source: string, start: number): number {
  const close = `\n${POD.close}`;
  const end = source.indexOf(close, start);
  return end < 0 ? source.length : end + close.length;
}

/** Whether the comment is documentation. */
export function isPod(comment: Comment): boolean {
  return comment.open === POD.open;
}

/** The paragraphs of a document; commands, headings and indented code are left out. */
export function readPod(source: string, pod: Comment): Candidate[] {
  const text = source.slice(pod.start, pod.end);
  const paragraphs = new Paragraphs(text, stripPod);
  let fresh = true;
  let skipping = false;
  let data = false;
  for (const line of linesOf(text)) {
    let from = line.start;
    if (line.text === '') {
      paragraphs.close();
    } else if (fresh) {
      const item = ITEM.exec(line.text)?.[0];
      if (line.text.startsWith('=begin')) data = true;
      skipping = data || (item === undefined && /^[\s=]/.test(line.text));
      if (line.text.startsWith('=end')) data = false;
      from += item?.length ?? 0;
    }
    if (!skipping) paragraphs.add(from, line.end);
    fresh = line.text === '';
  }
  paragraphs.close();
  return paragraphs.candidates.map((candidate) => ({
    ...candidate,
    kind: 'doc',
    start: candidate.start + pod.start,
    end: candidate.end + pod.start,
  }));
}

function stripPod(text: string): string {
  let result = text.replace(DOUBLED_CODE, '$1').replace(LABELLED, '$1').replace(ESCAPE, '&$1;');
  // Codes nest; each pass takes the innermost off.
  for (let pass = 0; pass < 4 && result.includes('<'); pass++) result = result.replace(CODE, '$1');
  return stripMarkup(result);
}
