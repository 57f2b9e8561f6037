import { relative, sep } from 'node:path';
import { URI } from 'vscode-uri';

/** The `file:` URI of an absolute path, spelt as VS Code spells it (`file:///c%3A/…`). */
export function toUri(path: string): string {
  return URI.file(path).toString();
}

/** The path of a `file:` URI, with the separators of this machine. */
export function toPath(uri: string): string {
  return URI.parse(uri).fsPath;
}

/** What a plain path has behind that of a folder, as nearly all have: found much faster than by `relative`. */
function below(folder: string, path: string): string | undefined {
  const isPlain = path.startsWith(folder) && path.charAt(folder.length) === sep;
  const rest = path.slice(folder.length + 1);
  return isPlain && rest !== '' && !/(?:^|[\\/])(?:\.{0,2})(?:[\\/]|$)/.test(rest)
    ? rest
    : undefined;
}

/** `path` as seen from `folder`, with forward slashes; empty for the folder itself. */
export function relativePath(folder: string, path: string): string {
  const found = below(folder, path) ?? relative(folder, path);
  return sep === '/' ? found : found.split(sep).join('/');
}

/** Whether `path` is `folder` or lies in it. Both absolute. */
export function isWithin(folder: string, path: string): boolean {
  const found = relativePath(folder, path);
  return found !== '..' && !found.startsWith('../') && !/^[A-Za-z]:/.test(found);
}
