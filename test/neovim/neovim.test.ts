import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findProgram } from '../support/debianProgram';
import { documentedSnippet, environmentWithServer, observe } from '../support/editorRun';
import { editorFiles, repeated } from '../support/editorWorkspace';
import { makeWorkspace } from '../support/workspace';

const neovim = findProgram({
  name: 'nvim',
  versionArguments: ['--version'],
  packages: ['neovim'],
});
if ('missing' in neovim) console.warn(`Neovim test skipped: ${neovim.missing}.`);

describe.skipIf('missing' in neovim)('the set-up of docs/editors.md in Neovim', () => {
  it('shows diagnostics, hover and fixes, follows an edit, answers requests and stops', async () => {
    await using workspace = await makeWorkspace(editorFiles);
    await using tools = await makeWorkspace({});
    const init = join(tools.path, 'init.lua');
    await writeFile(init, await documentedSnippet('lua'));
    const check = join(import.meta.dirname, 'check.lua');
    const args = ['--headless', '-u', init, '-i', 'NONE', '-n', '-c', `luafile ${check}`];
    const env = await environmentWithServer(join(tools.path, 'bin'));
    const seen = await observe('nvim', args, { env, cwd: workspace.path });
    // Neovim counts bytes: 😀 has four, é two.
    const before = Buffer.byteLength("export const face = '😀é'; ");
    expect(seen).toEqual({
      found: [
        {
          message: expect.stringMatching(/^Same text as \S+:\d, and 2 more places\.$/),
          source: 'Text Twin',
          code: 'duplicate',
          severity: 3,
          lnum: 0,
          col: before,
          end_col: before + '// '.length + repeated.length,
        },
      ],
      hover: expect.stringMatching(/same text as 3 other places[\s\S]*docs\/api[\s\S]*notes/),
      actions: expect.arrayContaining(['Ignore this passage (text-twin-ignore-next)']),
      ignored: ['// text-twin-ignore-next', editorFiles['src/client.ts']?.split('\n')[0]],
      similar: Object.keys(editorFiles).map((file) => ({ text: repeated, file })),
      edited: [],
      stopped: true,
    });
  }, 180_000);
});
