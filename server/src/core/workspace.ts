/** A file a workspace offers for scanning. */
export interface WorkspaceFile {
  readonly uri: string;
  /** VS Code language id, from the file's name. */
  readonly languageId: string;
  /** As it is now, see `Workspace.stampOf`. */
  readonly stamp?: FileStamp | undefined;
}

/**
 * What the disk says of a file beside its content: where it is the same, so is the file. Times in milliseconds since
 * 1970, as fine as the disk tells them.
 */
export interface FileStamp {
  /** Bytes. */
  readonly size: number;
  readonly modified: number;
  /** When its content, name or rights were changed last: programs cannot set it back. */
  readonly changed: number;
}

/** A file or folder that was passed over, and why, in words for people. */
export interface SkippedFile {
  readonly uri: string;
  readonly reason: string;
}

/**
 * The one door to files. The node shell walks folders, the LSP shell may ask the client's `workspace.fs`,
 * tests use `InMemoryWorkspace`. The core never opens anything itself.
 */
export interface Workspace {
  /** The files worth reading (ignore files, globs and size limits already applied), in a stable order. */
  files(signal?: AbortSignal): AsyncIterable<WorkspaceFile>;
  /**
   * The file's text, or why it is passed over (binary, too large, unreadable, not UTF-8).
   * Never throws for the state of a single file.
   */
  read(uri: string): Promise<{ readonly text: string } | { readonly skipped: string }>;
  /**
   * The file's stamp; undefined where there is none to be trusted: of a file that was modified just now the next
   * change may not show.
   */
  stampOf?(uri: string): Promise<FileStamp | undefined>;
  /** What was passed over so far. */
  readonly skipped: readonly SkippedFile[];
}
