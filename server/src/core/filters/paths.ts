/** The folders and the file of a path, in lower case. */
export function segmentsOf(path: string): readonly string[] {
  return path.toLowerCase().split('/').filter(Boolean);
}

/** A file's name without its folders, in lower case. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

/** Whether one of the folders of a path is among `names`. */
export function isBelow(path: string, names: ReadonlySet<string>): boolean {
  return segmentsOf(path)
    .slice(0, -1)
    .some((segment) => names.has(segment));
}
