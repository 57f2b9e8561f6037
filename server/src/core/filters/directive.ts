import { isProse } from '../passages/passage';
import type { Filter } from './filter';

/** How directives to tools begin, by who reads them. Each is anchored at the comment's first word. */
const DIRECTIVES: readonly string[] = [
  // JavaScript and TypeScript
  'eslint-(?:disable|enable|env)',
  'eslint\\s+(?:@?[\\w/-]+\\s*:|"|\')',
  'biome-ignore',
  'rome-ignore',
  'oxlint-(?:disable|enable)',
  'deno-(?:lint|fmt)-ignore',
  'dprint-ignore',
  'prettier-ignore',
  'swift-format-ignore',
  'tslint:',
  '@?ts-(?:ignore|expect-error|nocheck|check)\\b',
  '(?:jshint|jslint|jscs)[ :]',
  '(?:globals?|exported)\\s+[\\w$]+(?:\\s*[,:]|\\s*$)',
  '(?:istanbul|c8|v8)\\s+ignore\\b',
  'node:coverage\\b',
  '@(?:vitest|jest)-environment\\b',
  '@(?:flow|noflow|format|jsx|jsxRuntime|jsxFrag|jsxImportSource|preserve|prettier)(?:\\s+[\\w./-]+)?\\s*$',
  '(?:webpack[A-Z]\\w+|@vite-ignore|turbopackIgnore|vite-ignore)\\b',
  '[#@]__(?:PURE|NO_SIDE_EFFECTS|INLINE|KEY)__',
  '[#@]\\s*source(?:Mapping)?URL=',
  '<(?:reference|amd-\\w+)\\s',
  'stryker (?:disable|restore)',
  'stylelint-',
  '(?:scss-lint|sass-lint|csslint):',
  '#?\\s*sourceMappingURL=',
  // Python
  '(?:ruff|flake8)?:?\\s*noqa\\b',
  'type:\\s*(?:ignore\\b|[\\w.[\\], ]+$)',
  '(?:pylint|mypy|pyright|pyre|ruff|isort|fmt|yapf|autopep8|bandit|pytype|pragma):\\s*[\\w-]',
  'pyre-(?:ignore|fixme|strict|unsafe)\\b',
  'nosec\\b',
  '-\\*-.*-\\*-',
  '(?:en)?coding\\s*[:=]\\s*[\\w.-]+\\s*$',
  // Editors and folding
  '(?:vim?|ex):\\s?(?:set?\\b|\\w+=|\\w+:)',
  'vim:',
  'Local Variables:',
  'kate:',
  '#(?:end)?region\\b',
  'endregion\\b',
  'region(?:\\s+[A-Z][^.]{0,60})?$',
  '(?:pragma )?mark:?\\s*-',
  'MARK:',
  '</?editor-fold\\b',
  'language=\\w+',
  // C family, JVM and .NET
  'NOLINT',
  'clang-format\\s+(?:on|off)\\b',
  'cppcheck-suppress',
  'IWYU pragma',
  'coverity\\[',
  'NOSONAR(?:LINT)?\\b',
  'noinspection\\b',
  '@formatter:',
  'CHECKSTYLE[:. ]',
  'ktlint-',
  'ReSharper\\s+(?:disable|restore|once)',
  'LCOV_EXCL_',
  'GCOV',
  'fall-?\\s?through\\.?$',
  // Go, Rust, Swift
  '~[\\^|v]*\\s*(?:ERROR|WARN(?:ING)?|NOTE|HELP)\\b',
  'go:\\w',
  '\\+build\\b',
  'nolint\\b',
  'lint:(?:ignore|file-ignore)\\b',
  'export\\s+\\w+$',
  'revive:',
  'gosec\\b',
  'swift(?:lint|format):',
  'sourcery:',
  'swift-tools-version\\b',
  // Ruby, PHP
  'rubocop:',
  'frozen_string_literal:',
  'warn_indent:',
  'typed:\\s*\\w+$',
  ':nodoc:|:nocov:|:doc:',
  'reek:',
  '(?:@?phpcs|phpcbf):',
  '@(?:phpstan|psalm)-',
  '@codeCoverageIgnore',
  '@codingStandards',
  // Shell, containers, data, markup
  'shellcheck\\s+\\w+=',
  'hadolint\\s+\\w+',
  'syntax\\s*=\\s*docker',
  'escape\\s*=\\s*[`\\\\]$',
  'yaml-language-server:',
  'yamllint\\s',
  '(?:tfsec|checkov|trivy):',
  'markdownlint-',
  '(?:cspell|spell-checker|codespell):',
  'cSpell:',
  '!?\\[(?:if|endif)\\b',
  '<!\\[endif\\]',
  'textlint-',
  'nocommit\\b',
];
const DIRECTIVE = new RegExp(`^(?:${DIRECTIVES.join('|')})`);

/** What an example of Go must print, which `go test` compares. */
const EXPECTED_OUTPUT = /^(?:unordered )?output:/i;

/** Code that tells a tool to be silent; the comment behind it says what about. */
const SUPPRESSION = /^\s*(?:#\s*pragma\s+(?:warning|clang|GCC)\b|@SuppressWarnings\b|#!?\[allow\b)/;

/** Whether the text of a comment line is an instruction to a tool; blanks at its start are not expected. */
export function isDirectiveLine(text: string): boolean {
  return DIRECTIVE.test(text.length > 400 ? text.slice(0, 400) : text);
}

/** Instructions to linters, compilers, formatters and editors. */
export const directive: Filter = {
  name: 'directive',
  reason: 'It is an instruction to a tool, which must be written wherever it is to apply.',
  scope: 'comment',
  matches(passage, { source, path }) {
    if (isProse(passage)) return false;
    if (/^(?:#!|\/\*[!]\d|\/\*\+)/.test(source.slice(passage.start, passage.start + 4)))
      return true;
    if (SUPPRESSION.test(lineBefore(source, passage.start))) return true;
    const first = passage.lines.find((line) => line.trim() !== '')?.trim();
    if (first === undefined) return false;
    return isDirectiveLine(first) || (path.endsWith('_test.go') && EXPECTED_OUTPUT.test(first));
  },
};

/** What stands before `start` on its line. */
function lineBefore(source: string, start: number): string {
  return source.slice(Math.max(source.lastIndexOf('\n', start - 1) + 1, start - 300), start);
}
