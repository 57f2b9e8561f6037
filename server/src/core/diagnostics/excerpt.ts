/**
 * The beginning of a text on one line, cut at a word where there is one.
 *
 * @param limit the most UTF-16 units of the answer, the ellipsis included.
 */
export function excerpt(text: string, limit = 100): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= limit) return line;
  const space = line.lastIndexOf(' ', limit - 1);
  const end = space > limit / 2 ? space : limit - 1;
  // Never between the halves of a surrogate pair.
  const isSplit = /[\uD800-\uDBFF]/.test(line.charAt(end - 1));
  return `${line.slice(0, isSplit ? end - 1 : end)}…`;
}
