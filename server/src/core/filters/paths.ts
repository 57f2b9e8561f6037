/** The path taken apart last: filters ask about the same one for each passage of a file. */
let last: { readonly path: string; readonly segments: readonly string[] } | undefined;

/** The folders and the file of a path, in lower case. */
export function segmentsOf(path: string): readonly string[] {
  if (last?.path !== path) {
    last = { path, segments: path.toLowerCase().split('/').filter(Boolean) };
  }
  return last.segments;
}

/** A file's name without its folders, in lower case. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

/** The folders of a path, with the slash behind them; empty without any. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** What a file's name ends in, from its last dot on, which tells its language; empty without one. */
export function endingOf(path: string): string {
  return /\.[^./]+$/.exec(path)?.[0] ?? '';
}

/** Whether one of the folders of a path is among `names`. */
export function isBelow(path: string, names: ReadonlySet<string>): boolean {
  const segments = segmentsOf(path);
  for (let i = 0; i < segments.length - 1; i++) if (names.has(segments[i] as string)) return true;
  return false;
}
