import { LANGUAGES, type Language } from './languageTable';

const BY_ID = new Map<string, Language>();
const BY_NAME = new Map<string, string>();
for (const language of LANGUAGES) enter(language);

/**
 * Reads more languages from now on. Those that are known, and the names that they go by, stay as they are. To be called
 * before any file is looked for: what was passed over is not read again.
 */
export function readAlso(languages: readonly Language[]): void {
  for (const language of languages) enter(language);
}

function enter(language: Language): void {
  const { id, extensions, names = [] } = language;
  if (BY_ID.has(id)) return;
  BY_ID.set(id, language);
  for (const name of [...extensions, ...names]) if (!BY_NAME.has(name)) BY_NAME.set(name, id);
}

/** The row of a VS Code language id. */
export function languageById(id: string): Language | undefined {
  return BY_ID.get(id);
}

/**
 * The VS Code language id for a path or URI path, by the file's name or the end of it, whatever the case.
 * Undefined: not a language that is read.
 */
export function languageOf(path: string): string | undefined {
  const name = path
    .slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
    .toLowerCase();
  const dot = name.lastIndexOf('.');
  return BY_NAME.get(name) ?? (dot < 0 ? undefined : BY_NAME.get(name.slice(dot)));
}
