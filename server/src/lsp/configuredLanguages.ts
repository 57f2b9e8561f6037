import {
  grammarFromLanguageConfiguration,
  type LanguageConfiguration,
} from '../core/passages/dialects/configured';
import type { Language } from '../core/passages/languageTable';

const MOST_LANGUAGES = 500;
const MOST_NAMES = 200;
const ID = /^[\w.+#-]{1,60}$/;
const ENDING = /^\.[^\s/\\]{1,30}$/;
const NAME = /^[^\s/\\]{1,60}$/;
/** `//`, `REM`, `<!--`; what begins with white space begins nowhere. */
const DELIMITER = /^\S[^\r\n]{0,15}$/;
/** Pictures, whatever their text looks like. */
const PICTURES = new Set(['.svg', '.svgz']);

/**
 * Languages as a client tells them, see `ConfiguredLanguage`. The names of files come from extensions that anyone may
 * have written: whatever is malformed counts as absent, and so does a language without comments.
 */
export function readConfiguredLanguages(value: unknown): Language[] {
  const given = Array.isArray(value) ? value.slice(0, MOST_LANGUAGES) : [];
  return given.flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null) return [];
    const { id, extensions, filenames, ...comments } = item as Record<string, unknown>;
    const configuration = configurationOf(comments);
    if (typeof id !== 'string' || !ID.test(id) || Object.keys(configuration).length === 0)
      return [];
    return [
      {
        id,
        extensions: namesOf(extensions, ENDING).filter((ending) => !PICTURES.has(ending)),
        names: namesOf(filenames, NAME),
        dialect: grammarFromLanguageConfiguration(configuration),
      },
    ];
  });
}

function configurationOf({
  lineComment,
  blockComment,
}: Record<string, unknown>): LanguageConfiguration {
  const named = lineComment as { readonly comment?: unknown } | null | undefined;
  const line = typeof lineComment === 'object' ? named?.comment : lineComment;
  const [open, close] = Array.isArray(blockComment) ? (blockComment as unknown[]) : [];
  return {
    ...(isDelimiter(line) && { lineComment: line }),
    ...(isDelimiter(open) && isDelimiter(close) && { blockComment: [open, close] as const }),
  };
}

function isDelimiter(value: unknown): value is string {
  return typeof value === 'string' && DELIMITER.test(value);
}

function namesOf(value: unknown, form: RegExp): string[] {
  if (!Array.isArray(value)) return [];
  return value
    .slice(0, MOST_NAMES)
    .filter((name): name is string => typeof name === 'string' && form.test(name))
    .map((name) => name.toLowerCase());
}
