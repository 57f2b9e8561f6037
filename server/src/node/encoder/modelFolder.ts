import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ModelFiles } from '../../core/embeddings/modelFiles';

/** The model's files in a folder on disk. */
export function modelFolder(folder: string): ModelFiles {
  return {
    location: folder,
    async read(name) {
      try {
        return await readFile(path.join(folder, name));
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        throw new Error(code === 'ENOENT' ? 'there is no such file' : String(code));
      }
    },
  };
}
