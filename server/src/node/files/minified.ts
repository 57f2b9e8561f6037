/** Mean line length, in UTF-16 units, above which code was not written by hand. */
const MEAN_LINE_LIMIT = 500;
/** Shorter texts are cheap to scan whatever their lines look like. */
const SMALLEST_MINIFIED = 4096;

/** Languages whose paragraphs are often one long line each. */
const SOFT_WRAPPED: ReadonlySet<string> = new Set([
  'markdown',
  'plaintext',
  'latex',
  'restructuredtext',
  'asciidoc',
  // An image in a cell is one line of base64.
  'jupyter',
]);

/** Why a text looks minified or generated, or undefined for what people write. */
export function explainMinified(text: string, languageId: string): string | undefined {
  if (text.length < SMALLEST_MINIFIED || SOFT_WRAPPED.has(languageId)) return undefined;
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  const mean = Math.round(text.length / lines);
  return mean > MEAN_LINE_LIMIT ? `minified: ${mean} characters a line on average` : undefined;
}
