import { mkdir, realpath, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadProject } from '../../server/src/cli/scanning/project';
import { Lines } from '../../server/src/core/documents/lines';
import { countProseWords, normalise } from '../../server/src/core/embeddings/words';
import { extractPassages } from '../../server/src/core/passages/extract';
import { nodeFileSystem } from '../../server/src/node/files/fileSystem';
import { relativePath, toPath } from '../../server/src/node/files/paths';
import { FolderWorkspace } from '../../server/src/node/folderWorkspace';
import { workspaceFileName } from '../../server/src/workspaceSettings';

/** A file that the command line reads. */
export interface Source {
  /** Relative, forward slashes, as reports write it. */
  readonly path: string;
  readonly languageId: string;
  readonly text: string;
}

/** A passage that is compared. */
export interface SourcePassage {
  readonly path: string;
  /** 1-based. */
  readonly startLine: number;
  /** Normalised text. */
  readonly normal: string;
}

/** The files of a repository that a scan reads, under the repository's own settings, and what the shortest passage is. */
export async function readSources(
  folder: string,
): Promise<{ readonly sources: readonly Source[]; readonly minWords: number }> {
  const target = { path: folder, isFolder: true, realPath: await realpath(folder) };
  const { settings, excludes } = await loadProject(target, nodeFileSystem);
  const { maxFileSize, minWords } = settings;
  const workspace = new FolderWorkspace({ root: folder, maxFileSize, excludes });
  const sources: Source[] = [];
  for await (const { uri, languageId } of workspace.files()) {
    const content = await workspace.read(uri);
    if ('skipped' in content) continue;
    sources.push({ path: relativePath(folder, toPath(uri)), languageId, text: content.text });
  }
  return { sources, minWords };
}

/** Writes what is read of a repository, with its settings, to another folder. */
export async function writeSources(
  sources: readonly Source[],
  from: string,
  to: string,
): Promise<void> {
  await mkdir(to, { recursive: true });
  const settings = await nodeFileSystem.read(path.join(from, workspaceFileName)).catch(() => null);
  if (settings) await writeFile(path.join(to, workspaceFileName), settings);
  for (const source of sources) {
    const file = path.join(to, source.path);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, source.text);
  }
}

export function splitLines(text: string): string[] {
  return text.split(/\r\n|\r|\n/);
}

/** How lines of a text end. */
export function newlineOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** The passages of a file that a scan compares. */
export function readPassages(
  { path: name, languageId, text }: Source,
  minWords: number,
): SourcePassage[] {
  const lines = new Lines(text);
  const lineOf = (offset: number) => lines.positionAt(offset).line + 1;
  return extractPassages(text, languageId, { path: name })
    .passages.filter((passage) => countProseWords(passage.text) >= minWords)
    .map(({ start, text: prose }) => {
      return { path: name, startLine: lineOf(start), normal: normalise(prose) };
    });
}
