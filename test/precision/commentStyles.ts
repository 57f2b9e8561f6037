/** How a comment of several lines is written: each line behind `prefix`, between `open` and `close` where given. */
export interface CommentStyle {
  readonly open?: string;
  readonly prefix: string;
  readonly close?: string;
}

const SLASHES: CommentStyle = { prefix: '// ' };
const HASH: CommentStyle = { prefix: '# ' };
const DASHES: CommentStyle = { prefix: '-- ' };
const PER_CENT: CommentStyle = { prefix: '% ' };
const STARRED: CommentStyle = { open: '/*', prefix: ' * ', close: ' */' };
const MARKUP: CommentStyle = { open: '<!--', prefix: '  ', close: '-->' };
const ML: CommentStyle = { open: '(*', prefix: '   ', close: '*)' };

/** By VS Code language id: what people write most often where a language offers several. */
export const COMMENT_STYLES: ReadonlyMap<string, CommentStyle> = new Map([
  ...styled(
    SLASHES,
    'typescript typescriptreact javascript javascriptreact java kotlin cpp csharp go rust swift php scss less',
  ),
  ...styled(SLASHES, 'scala dart fsharp zig proto proto3'),
  ...styled(HASH, 'python ruby shellscript powershell yaml toml ini dockerfile makefile'),
  ...styled(HASH, 'perl r julia elixir nim terraform graphql'),
  ...styled(DASHES, 'sql lua haskell'),
  ...styled(PER_CENT, 'erlang latex'),
  ...styled({ prefix: ';; ' }, 'clojure'),
  ...styled(STARRED, 'c css'),
  ...styled(MARKUP, 'html'),
  ...styled(ML, 'ocaml'),
]);

/** Columns that hand-wrapped comments keep to. */
const WIDTH = 88;

/** The text as the lines of one comment, wrapped as a person would; undefined for a language without a style. */
export function writeComment(text: string, languageId: string): string[] | undefined {
  const style = COMMENT_STYLES.get(languageId);
  if (!style) return undefined;
  const { open, prefix, close } = style;
  const lines = wrap(text, WIDTH - prefix.length).map((line) => prefix + line);
  return [...(open === undefined ? [] : [open]), ...lines, ...(close === undefined ? [] : [close])];
}

function styled(style: CommentStyle, ids: string): (readonly [string, CommentStyle])[] {
  return ids.split(' ').map((id) => [id, style]);
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}
