import { URI, Utils } from 'vscode-uri';

/**
 * A URI in the one spelling used inside the server. Clients differ in what they percent-encode
 * (`file:///c:/a b.md` or `file:///c%3A/a%20b.md`), and the same file must have one key. Never throws.
 */
export function keyOf(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}

/** Whether `uri` is `folder` or lies below it. Both in the spelling of `keyOf`. */
export function isInside(folder: string, uri: string): boolean {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return uri === folder || uri.startsWith(prefix);
}

/** The URI of `name` in a folder. */
export function childOf(folder: string, name: string): string {
  return Utils.joinPath(URI.parse(folder), name).toString();
}

/** The last part of a URI's path, decoded: `api.md`. */
export function nameOf(uri: string): string {
  return Utils.basename(URI.parse(uri)) || uri;
}

/** The path of a URI, decoded, as people read it; for other schemes than `file` the path alone. */
export function pathOf(uri: string): string {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath.replaceAll('\\', '/') : parsed.path;
}
