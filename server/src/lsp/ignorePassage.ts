import type { TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { PlacedPassage } from '../core/twins/twin';
import { languageIdOf } from './languageIds';

const directive = 'text-twin-ignore-next';

/**
 * How the directive is written above a comment that begins so; longer openers stand before those that they
 * begin with. A comment's own opener says more than its language: what it uses is allowed there.
 */
const byOpener: readonly (readonly [opener: string, line: string])[] = [
  ['{/*', `{/* ${directive} */}`],
  ['/*', `/* ${directive} */`],
  ['//', `// ${directive}`],
  ['<!--', `<!-- ${directive} -->`],
  ['<#', `# ${directive}`],
  ['#=', `# ${directive}`],
  ['#', `# ${directive}`],
  ['--', `-- ${directive}`],
  ['{-', `-- ${directive}`],
  ['(*', `(* ${directive} *)`],
  ['%', `% ${directive}`],
  ['..', `.. ${directive}`],
  [';', `; ${directive}`],
  ['"""', `# ${directive}`],
  ["'''", `# ${directive}`],
  ['=', `# ${directive}`],
  ['"', `" ${directive}`],
  ["'", `' ${directive}`],
];

/** How it is written above a paragraph of Markdown. */
const inMarkdown = `<!-- ${directive} -->`;

/**
 * An edit that puts the ignore directive on a line of its own above a passage, indented like the passage's
 * first line.
 *
 * @returns `undefined` where no comment can stand: plain text, notebooks.
 */
export function ignorePassageEdit(
  document: TextDocument,
  passage: PlacedPassage,
): TextEdit | undefined {
  // A notebook is JSON: a line of its own would break it. Plain text has no comments.
  const languageId = languageIdOf(document);
  if (languageId === 'jupyter' || passage.kind === 'text') return undefined;
  const start = { line: passage.start.line, character: 0 };
  const line = document.getText({ start, end: { line: start.line + 1, character: 0 } });
  const indentation = /^[ \t]*/.exec(line)?.[0] ?? '';
  const source = line.slice(passage.start.character);
  const text = line.slice(indentation.length);
  const written =
    passage.kind === 'markdown'
      ? inMarkdown
      : lineFor(text.startsWith('{/*') ? text : source, languageId);
  if (written === undefined) return undefined;
  const lineEnd = /\r\n|\r|\n/.exec(document.getText())?.[0] ?? '\n';
  const newText = `${indentation}${written}\n`.replaceAll('\n', lineEnd);
  return { range: { start, end: start }, newText };
}

function lineFor(source: string, languageId: string): string | undefined {
  // Prefixed docstrings, as `r"""`, and REM are told by what follows the letters.
  const bare = source.replace(/^[rRuUbBfF]{1,2}(?=["'])/, '');
  // In Vim and Visual Basic a quotation mark opens a comment; in Python it is a docstring's.
  if (languageId === 'python' && /^["']/.test(bare)) return `# ${directive}`;
  if (/^rem\b/i.test(bare)) return `REM ${directive}`;
  return byOpener.find(([opener]) => bare.startsWith(opener))?.[1];
}
