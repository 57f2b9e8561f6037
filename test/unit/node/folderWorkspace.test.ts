import { stat, symlink } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type FileSystem, nodeFileSystem } from '../../../server/src/node/files/fileSystem';
import { globFilter } from '../../../server/src/node/files/pathFilters';
import { relativePath, toPath, toUri } from '../../../server/src/node/files/paths';
import {
  FolderWorkspace,
  type FolderWorkspaceOptions,
} from '../../../server/src/node/folderWorkspace';
import { type Tree, tempFolder } from './tempFolder';

type Options = Partial<Omit<FolderWorkspaceOptions, 'root'>>;

async function visit(base: string, root = base, options: Options = {}) {
  const workspace = new FolderWorkspace({ root, maxFileSize: 1000, ...options });
  const texts: Record<string, string> = {};
  for await (const { uri } of workspace.files()) {
    const content = await workspace.read(uri);
    if ('text' in content) texts[relativePath(base, toPath(uri))] = content.text;
  }
  const named = ({ uri, reason }: { uri: string; reason: string }) =>
    `${relativePath(base, toPath(uri))}: ${reason}`;
  return {
    paths: Object.keys(texts),
    texts,
    skipped: workspace.skipped.map(named),
    failures: workspace.failures.map(named),
  };
}

async function check(tree: Tree, expected: readonly string[], options: Options = {}) {
  expect((await visit(await tempFolder(tree), undefined, options)).paths).toEqual(expected);
}

describe('which files a folder offers', () => {
  it('offers files of known languages in the order of their paths', () =>
    check(
      { 'b.md': '', 'a.ts': '', 'a/z.py': '', 'A.md': '', 'a.unknownkind': '', 'a-b/c.md': '' },
      ['A.md', 'a-b/c.md', 'a.ts', 'a/z.py', 'b.md'],
    ));

  it('passes over version control', () =>
    check({ '.git/notes.md': '', '.hg/notes.md': '', '.github/a.md': '' }, ['.github/a.md']));

  it('honours .gitignore at every level, the deepest last', () =>
    check(
      {
        '.gitignore': '*.md\n/build/\n!keep.md\n',
        'a.md': '',
        'keep.md': '',
        'build/a.ts': '',
        'src/build/a.ts': '',
        'src/.gitignore': '!again.md\nkeep.md\n',
        'src/again.md': '',
        'src/keep.md': '',
        'src/deep/again.md': '',
      },
      ['keep.md', 'src/again.md', 'src/build/a.ts', 'src/deep/again.md'],
    ));

  it('offers the files of a folder that a deeper rule readmits', () =>
    check(
      { '.gitignore': 'b', 'b/x.md': '', 'x/.gitignore': '!b', 'x/b/c.md': '', 'x/b/d/e.md': '' },
      ['x/b/c.md', 'x/b/d/e.md'],
    ));

  it('honours .texttwinignore after .gitignore', () =>
    check({ '.gitignore': 'a.md', '.texttwinignore': '!a.md\nb.md', 'a.md': '', 'b.md': '' }, [
      'a.md',
    ]));

  it('honours the rules above the folder, as far as its repository', async () => {
    const folder = await tempFolder({
      '.gitignore': '*.md',
      'repo/.git/HEAD': '',
      'repo/.gitignore': 'gone.ts\n/docs/secret.ts\n',
      'repo/docs/a.md': '',
      'repo/docs/gone.ts': '',
      'repo/docs/secret.ts': '',
    });
    expect((await visit(folder, join(folder, 'repo', 'docs'))).paths).toEqual(['repo/docs/a.md']);
  });

  it('leaves out what the globs say, whole folders included', async () => {
    const folder = await tempFolder({ 'a.md': '', 'b.ts': '', 'out/c.md': '', 'docs/d.md': '' });
    const filter = (...globs: string[]) => globFilter(folder, globs);
    const paths = async (options: Options) => (await visit(folder, folder, options)).paths;
    expect(await paths({ excludes: filter('**/out/**') })).toEqual(['a.md', 'b.ts', 'docs/d.md']);
    expect(await paths({ drops: filter('docs', './out/') })).toEqual(['a.md', 'b.ts']);
    expect(await paths({ keeps: filter('*.md') })).toEqual(['a.md', 'docs/d.md', 'out/c.md']);
    expect(await paths({ keeps: filter('*.md'), drops: filter('out') })).toEqual([
      'a.md',
      'docs/d.md',
    ]);
  });

  it('offers a file that is the root whatever ignore files and the project say', async () => {
    const folder = await tempFolder({ '.gitignore': '*', 'a.md': 'A', 'odd.unknownkind': 'B' });
    const excludes = globFilter(folder, ['**']);
    expect((await visit(folder, join(folder, 'a.md'), { excludes })).texts).toEqual({
      'a.md': 'A',
    });
    expect((await visit(folder, join(folder, 'odd.unknownkind'))).paths).toHaveLength(1);
  });

  it('follows no symbolic link, and says which lead out', async () => {
    const outside = await tempFolder({ 'o.md': '' });
    const folder = await tempFolder({ 'src/a.md': '' });
    await symlink(folder, join(folder, 'src', 'loop'));
    await symlink(join(folder, 'src', 'a.md'), join(folder, 'twin.md'));
    await symlink(outside, join(folder, 'out'));
    await symlink(join(folder, 'nothing'), join(folder, 'broken.md'));
    expect(await visit(folder)).toMatchObject({
      paths: ['src/a.md'],
      skipped: [
        'broken.md: symbolic link: leads nowhere',
        'out: symbolic link: leads out of the scanned folder',
      ],
      failures: [],
    });
  });

  it('walks a root that is itself a symbolic link', async () => {
    const folder = await tempFolder({ 'real/a.md': 'A' });
    await symlink(join(folder, 'real'), join(folder, 'link'));
    expect((await visit(folder, join(folder, 'link'))).texts).toEqual({ 'link/a.md': 'A' });
  });

  it('stops when aborted', async () => {
    const workspace = new FolderWorkspace({
      root: await tempFolder({ 'a.md': '' }),
      maxFileSize: 9,
    });
    const files = workspace.files(AbortSignal.abort());
    await expect(files.next()).rejects.toThrow(/abort/i);
  });
});

describe('what files are read as', () => {
  const binary = Uint8Array.of(0x23, 0x20, 0, 1, 2);
  const utf16 = Uint8Array.of(0xff, 0xfe, 0x23, 0, 0x20, 0, 0xe4, 0);

  it('skips what is no text, with the reason', async () => {
    const folder = await tempFolder({
      'ok.md': 'text',
      'binary.ts': binary,
      'broken.py': Uint8Array.of(0x23, 0xff, 0xfe, 0x0a),
      'large.md': 'x'.repeat(1001),
      'min.js': 'f();'.repeat(5000),
    });
    expect(await visit(folder, folder, { maxFileSize: 30_000 })).toMatchObject({
      paths: ['large.md', 'ok.md'],
      skipped: [
        'binary.ts: binary',
        'broken.py: not valid UTF-8: save it as UTF-8',
        'min.js: minified: 20000 characters a line on average',
      ],
      failures: [],
    });
    expect((await visit(folder)).skipped).toContain(
      'large.md: too large: 1001 bytes, the limit is 1000 bytes (textTwin.maxFileSize)',
    );
  });

  it('takes the byte order mark off, and decodes UTF-16', async () => {
    const folder = await tempFolder({ 'a.md': '\ufeffmarked', 'b.md': utf16 });
    expect((await visit(folder)).texts).toEqual({ 'a.md': 'marked', 'b.md': '# ä' });
  });

  it('reads names with blanks, percent signs and letters of any script', async () => {
    const name = 'ü 100% #1 (ß).md';
    const folder = await tempFolder({ [name]: 'A' });
    expect((await visit(folder)).texts).toEqual({ [name]: 'A' });
  });

  it('says why a file that has gone cannot be read', async () => {
    const folder = await tempFolder({});
    const workspace = new FolderWorkspace({ root: folder, maxFileSize: 1000 });
    const uri = toUri(join(folder, 'gone.md'));
    const skipped = 'cannot be read: no such file or folder (ENOENT)';
    expect(await workspace.read(uri)).toEqual({ skipped });
    expect(workspace.failures).toEqual([]);
  });
});

describe('what the machine refuses', () => {
  /** Root may read everything, so the refusal is played. */
  function refusing(name: string, code = 'EACCES'): FileSystem {
    const guard =
      <T>(call: (path: string) => Promise<T>) =>
      (path: string) =>
        path.split(sep).includes(name)
          ? Promise.reject(Object.assign(new Error('refused'), { code }))
          : call(path);
    const { list, read } = nodeFileSystem;
    return { ...nodeFileSystem, list: guard(list), read: guard(read) };
  }

  it('goes on after a folder that cannot be listed', async () => {
    const folder = await tempFolder({ 'a.md': '', 'locked/b.md': '', 'z.md': '' });
    const reason = 'locked: cannot be read: permission denied (EACCES)';
    expect(await visit(folder, folder, { fileSystem: refusing('locked') })).toMatchObject({
      paths: ['a.md', 'z.md'],
      skipped: [reason],
      failures: [reason],
    });
  });

  it('goes on after a file that cannot be read', async () => {
    const folder = await tempFolder({ 'a.md': '', 'b.md': '' });
    expect(await visit(folder, folder, { fileSystem: refusing('a.md', 'EIO') })).toMatchObject({
      paths: ['b.md'],
      failures: ['a.md: cannot be read: the disk reported an error (EIO)'],
    });
  });

  it('says when ignore rules could not be applied', async () => {
    const folder = await tempFolder({ '.gitignore': 'a.md', 'a.md': '' });
    const fileSystem = refusing('.gitignore');
    expect(await visit(folder, folder, { fileSystem })).toMatchObject({
      paths: ['a.md'],
      failures: ['.gitignore: ignore rules not applied: permission denied (EACCES)'],
    });
  });
});

describe('the stamp of a file', () => {
  const stampsOf = async (folder: string) => {
    const workspace = new FolderWorkspace({ root: folder, maxFileSize: 1000 });
    const stamps = [];
    for await (const { uri, stamp } of workspace.files()) {
      stamps.push({ listed: stamp, asked: await workspace.stampOf(uri) });
    }
    return stamps;
  };

  it('is none while the file could change again at the same time', async () => {
    const folder = await tempFolder({ 'a.ts': 'text' });
    expect(await stampsOf(folder)).toEqual([{ listed: undefined, asked: undefined }]);
  });

  it('tells size and times once it is older', async () => {
    const folder = await tempFolder({ 'a.ts': 'text' });
    const { mtimeMs, ctimeMs } = await stat(join(folder, 'a.ts'));
    const stamp = { size: 4, modified: mtimeMs, changed: ctimeMs };
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
    onTestFinished(() => void vi.useRealTimers());
    expect(await stampsOf(folder)).toEqual([{ listed: stamp, asked: stamp }]);
  });
});
