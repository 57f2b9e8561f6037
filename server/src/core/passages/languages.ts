import { LANGUAGES, type Language } from './languageTable';

const BY_ID = new Map(LANGUAGES.map((language) => [language.id, language]));
const BY_NAME = new Map<string, string>();
for (const { id, extensions, names = [] } of LANGUAGES) {
  for (const name of [...extensions, ...names]) BY_NAME.set(name, id);
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
