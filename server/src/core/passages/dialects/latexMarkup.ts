/** Commands whose arguments are no text. */
const DATA =
  /\\(?:[cC]ite\w{0,12}|(?:auto|page|name|eq|[cCvf])?ref|label|index|[vh]space|includegraphics|input|include|hyphenation|color|bibitem|caption(?=\[))\*?(?:\[[^\]]{0,200}\]){0,3}(?:\{[^{}]{0,300}\}){0,2}/g;
const LINK = /\\href\s?\{[^{}]{0,500}\}/g;
const VERBATIM = /\\verb\*?([^\w\s*])([^\n]{0,200}?)\1/g;
const ACCENT = /\\(['"`^~])\s?\{?([A-Za-z])\}?/g;
const NAMED = /\\(LaTeX|TeX|ldots|dots|textbackslash|ss|ae|oe|o|aa|S)\b(?:\{\})?/g;
const COMMAND = /\\[a-zA-Z]{1,40}\*?(?:\[[^\]]{0,200}\])?/g;
const ESCAPED = /\\([%&_#${}])/g;
const QUOTES = /``|''/g;

const ACCENTS: Readonly<Record<string, string>> = {
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '"': '\u0308',
  '~': '\u0303',
};
const NAMES: Readonly<Record<string, string>> = {
  LaTeX: 'LaTeX',
  TeX: 'TeX',
  ldots: '…',
  dots: '…',
  textbackslash: '\\',
  ss: 'ß',
  ae: 'æ',
  oe: 'œ',
  o: 'ø',
  aa: 'å',
  S: '§',
};

/** What a paragraph of LaTeX shows: the text of its commands, its formulae without dollar signs. */
export function stripLatex(text: string): string {
  return text
    .replace(/\\\\(?:\[[^\]]{0,40}\])?/g, ' ')
    .replace(VERBATIM, '$2')
    .replace(DATA, '')
    .replace(LINK, '')
    .replace(ACCENT, (_, accent: string, letter: string) =>
      `${letter}${ACCENTS[accent] ?? ''}`.normalize('NFC'),
    )
    .replace(NAMED, (_, name: string) => NAMES[name] ?? '')
    .replace(COMMAND, '')
    .replace(/(?<!\\)[{}$]/g, '')
    .replace(ESCAPED, '$1')
    .replace(/\\[,;:!@/ ()]|(?<!\\)~/g, ' ')
    .replace(QUOTES, '"')
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/\s+([.,;:])/g, '$1');
}
