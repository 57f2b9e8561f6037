import type { Dirent } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';

/** What a path leads to, with symbolic links followed. */
export interface FileFacts {
  readonly isFile: boolean;
  readonly isDirectory: boolean;
  /** Bytes. */
  readonly size: number;
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

/** The machine's own file system. */
export const nodeFileSystem: FileSystem = {
  list: (folder) => readdir(folder, { withFileTypes: true }),
  facts: async (path) => {
    const found = await stat(path);
    return { isFile: found.isFile(), isDirectory: found.isDirectory(), size: found.size };
  },
  read: (path) => readFile(path),
  realPath: (path) => realpath(path),
};
