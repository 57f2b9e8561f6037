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

/** `path` as seen from `folder`, with forward slashes; empty for the folder itself. */
export function relativePath(folder: string, path: string): string {
  const found = relative(folder, path);
  return sep === '/' ? found : found.split(sep).join('/');
}

/** Whether `path` is `folder` or lies in it. Both absolute. */
export function isWithin(folder: string, path: string): boolean {
  const found = relativePath(folder, path);
  return found !== '..' && !found.startsWith('../') && !/^[A-Za-z]:/.test(found);
}
