import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** Makes a copy of the sample workspace in a folder, with further files by path, and returns where it lies. */
export async function makeWorkspace(
  folder: string,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const workspace = await mkdtemp(join(folder, 'workspace-'));
  await cp(resolve('test/fixtures/sample'), workspace, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(workspace, path)), { recursive: true });
    await writeFile(join(workspace, path), content);
  }
  return workspace;
}
