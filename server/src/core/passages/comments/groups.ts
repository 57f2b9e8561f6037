import { CR, isNewline, isSpace, LF } from '../scanning/characters';
import type { Comment } from '../scanning/comment';

/**
 * Joins line comments that a reader sees as one block: consecutive lines, same marker, same column.
 *
 * @param alone whether a comment's text (behind its marker) must keep to itself.
 */
export function groupComments(
  source: string,
  comments: readonly Comment[],
  alone: (text: string) => boolean,
): Comment[][] {
  const groups: Comment[][] = [];
  let joinable = false;
  for (const comment of comments) {
    const last = groups[groups.length - 1];
    const previous = last?.[last.length - 1];
    const single = comment.close !== '' || alone(markerless(source, comment));
    if (last && previous && joinable && !single && continues(source, previous, comment)) {
      last.push(comment);
    } else {
      groups.push([comment]);
    }
    joinable = !single;
  }
  return groups;
}

function markerless(source: string, comment: Comment): string {
  return source.slice(comment.start + comment.open.length, comment.end);
}

function continues(source: string, previous: Comment, comment: Comment): boolean {
  return (
    previous.open === comment.open &&
    isNextLine(source, previous.end, comment.start) &&
    column(source, previous.start) === column(source, comment.start)
  );
}

/** Whether white space with exactly one line break stands between the two offsets. */
function isNextLine(source: string, from: number, to: number): boolean {
  let breaks = 0;
  for (let at = from; at < to; at++) {
    const code = source.charCodeAt(at);
    if (!isSpace(code)) return false;
    if (code === LF || (code === CR && source.charCodeAt(at + 1) !== LF)) breaks++;
    if (breaks > 1) return false;
  }
  return breaks === 1;
}

function column(source: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isNewline(source.charCodeAt(start - 1))) start--;
  return offset - start;
}
