const BLOCK_ELEMENTS =
  'p|br|ul|ol|li|dl|dt|dd|pre|div|table|tr|td|th|hr|blockquote|h[1-6]|para|summary|remarks|returns|value|example|list|item|term|description|details|param|typeparam|exception|center';
const INLINE_ELEMENTS =
  'b|i|u|s|em|strong|code|tt|a|span|kbd|sub|sup|small|big|del|ins|var|samp|font|img|c|abbr|cite|q|mark|picture|source|inheritdoc';
const BLOCK_TAG = new RegExp(`</?(?:${BLOCK_ELEMENTS})(?:\\s[^<>]{0,400})?/?>`, 'gi');
const INLINE_TAG = new RegExp(`</?(?:${INLINE_ELEMENTS})(?:\\s[^<>]{0,400})?/?>`, 'gi');
/** C#'s `<see cref="T:A.B"/>` and its kin stand for what they name. */
const REFERENCE =
  /<(?:see|seealso|paramref|typeparamref)\s[^<>]{0,40}?(?:cref|name|langword|href)\s?=\s?"(?:[A-Z]:)?([^"<>]{0,300})"\s{0,9}(?:\/>|>)/g;
/** One with a label of its own stands for that. */
const LABELLED = /<(see|seealso)\s[^<>]{0,400}?[^/<>]>([^<>]{1,300})<\/\1>/g;
const REFERENCE_END = /<\/(?:see|seealso|paramref|typeparamref)>/g;
const BRACED = /\{@([a-zA-Z]{1,30})(?:\s{1,9}([^{}]{0,400}(?:\{[^{}]{0,200}\}[^{}]{0,200})?))?\}/g;
const ROLE = /:(?:[a-z]{1,20}:){1,2}(?=`)/g;
const IMAGE = /!\[[^[\]]{0,300}\](?:\([^()\n]{0,600}\)|\[[^[\]]{0,100}\])/g;
const LINK =
  /\[([^[\]]{1,300})\](?:\([^()\n]{0,600}(?:\([^()\n]{0,100}\)[^()\n]{0,200})?\)|\[[^[\]]{0,100}\])/g;
/** What stands for a code span while the rest is stripped: its number between two private characters. */
const MARKERS = /[\ue000\ue001]/g;
const KEPT = /\ue000(\d+)\ue001/g;
/** Rust's [`Type`]. */
const CODE_LINK = /\[(\ue000\d+\ue001)\]/g;
const FOOTNOTE = /\[\^[^[\]\s]{1,40}\]/g;
const AUTOLINK = /<((?:https?|mailto|ftp):[^<>\s]{1,600})>/g;
const STRONG =
  /(?<![\w*])\*\*(?=[^\s*])([^*]{1,400})\*\*|(?<!\w)__(?=[^\s_])([^_]{1,400})__(?!\w)/g;
const EMPHASIS =
  /(?<![\w*])\*(?=[^\s*])([^*]{1,400})(?<=\S)\*(?![\w*])|(?<!\w)_(?=[^\s_])([^_]{1,400})(?<=\S)_(?!\w)/g;
const DOXYGEN = /(?<!\S)[@\\](?:[aceptb]|em|ref)\s+/g;
const ENTITY = /&(amp|lt|gt|quot|apos|nbsp|#39|#34);/g;

const CHARACTERS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#34': '"',
  apos: "'",
  '#39': "'",
  nbsp: ' ',
};

/**
 * Takes inline markup off: Markdown, HTML, Javadoc and JSDoc braces, XML documentation, Sphinx roles,
 * Doxygen words. What the markup shows stays; code spans stay as they are.
 */
export function stripMarkup(text: string): string {
  if (!text.includes('`')) return stripInline(text);
  const spans: string[] = [];
  const aside = setCodeAside(text.replace(ROLE, '').replace(MARKERS, ''), spans);
  const stripped = stripInline(aside).replace(CODE_LINK, '$1');
  return stripped.replace(KEPT, (_, index: string) => spans[Number(index)] ?? '');
}

/** How many other runs of backticks a code span may hold; looking further would cost too much. */
const MOST_RUNS = 4;

/** Puts a numbered marker in each code span's place. A run of backticks closes the same run before it. */
function setCodeAside(text: string, spans: string[]): string {
  const parts = text.split(/(`{1,100})/);
  let result = parts[0] ?? '';
  for (let i = 1; i < parts.length; i += 2) {
    const close = closingRun(parts, i);
    if (close > i) {
      const code = parts.slice(i + 1, close).join('');
      result += `\ue000${spans.push(code.trim()) - 1}\ue001`;
      i = close;
    }
    result += parts[i + 1] ?? '';
  }
  return result;
}

function closingRun(parts: readonly string[], open: number): number {
  for (let i = open + 2; i < parts.length && i <= open + 2 * MOST_RUNS; i += 2) {
    if (parts[i] === parts[open]) return i;
  }
  return -1;
}

function stripInline(segment: string): string {
  let text = segment;
  if (text.includes('{@')) text = text.replace(BRACED, (_, name, rest = '') => braced(name, rest));
  if (text.includes('![')) text = text.replace(IMAGE, '');
  if (text.includes('[^')) text = text.replace(FOOTNOTE, '');
  if (text.includes('](') || text.includes('][')) text = text.replace(LINK, '$1');
  if (text.includes('<')) text = stripTags(text);
  if (text.includes('*') || text.includes('_')) {
    text = text.replace(STRONG, '$1$2').replace(EMPHASIS, '$1$2');
  }
  if (text.includes('@') || text.includes('\\')) text = text.replace(DOXYGEN, '');
  if (text.includes('&')) text = text.replace(ENTITY, (_, name) => CHARACTERS[name] ?? '');
  return text;
}

function stripTags(text: string): string {
  return text
    .replace(LABELLED, '$2')
    .replace(REFERENCE, (_, target: string) => target.replace(/^.*\//, ''))
    .replace(REFERENCE_END, '')
    .replace(AUTOLINK, '$1')
    .replace(BLOCK_TAG, ' ')
    .replace(INLINE_TAG, '');
}

/** `{@link X label}` shows its label, or else what it names; `{@inheritDoc}` shows nothing here. */
function braced(name: string, rest: string): string {
  if (!/^link/.test(name)) return /^inheritdoc$/i.test(name) ? '' : rest.trim();
  const target = rest.trim();
  const label = /^[^\s|]{1,300}(?:\s*\|\s*|\s+)(\S.*)$/s.exec(target)?.[1];
  return label ?? target.replace(/^#/, '');
}
