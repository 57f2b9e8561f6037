import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import type { FileStamp } from '../../core/workspace';

/** What a path leads to, with symbolic links followed. */
export interface FileFacts extends FileStamp {
  readonly isFile: boolean;
  readonly isDirectory: boolean;
}

/** One entry of a folder, links not followed. */
export type FolderEntry = Pick<Dirent, 'name' | 'isFile' | 'isDirectory' | 'isSymbolicLink'>;

/** The few calls the walk needs, so that tests can make a folder unreadable even for root. */
export interface FileSystem {
  /** @throws NodeJS.ErrnoException */
  list(folder: string): Promise<readonly FolderEntry[]>;
  /** @throws NodeJS.ErrnoException */
  facts(path: string): Promise<FileFacts>;
  /** @throws NodeJS.ErrnoException */
  read(path: string): Promise<Uint8Array>;
  /** The path with every symbolic link resolved. @throws NodeJS.ErrnoException */
  realPath(path: string): Promise<string>;
}

/**
 * The machine's own file system. All is had at once: a call takes some ten microseconds, a tenth of what going through
 * another thread and back does, of which a file that is read takes four, and a walk makes thousands.
 */
export const nodeFileSystem: FileSystem = {
  list: async (folder) => readdirSync(folder, { withFileTypes: true }),
  facts: async (path) => {
    const found = statSync(path);
    return {
      isFile: found.isFile(),
      isDirectory: found.isDirectory(),
      size: found.size,
      modified: found.mtimeMs,
      changed: found.ctimeMs,
    };
  },
  read: async (path) => readFileSync(path),
  realPath: (path) => realpath(path),
};
