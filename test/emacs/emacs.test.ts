import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findProgram } from '../support/debianProgram';
import { documentedSnippet, environmentWithServer, observe } from '../support/editorRun';
import { editorFiles, repeated } from '../support/editorWorkspace';
import { makeWorkspace } from '../support/workspace';

const emacs = findProgram({
  name: 'emacs',
  versionArguments: ['--batch', '--eval', "(progn (require 'eglot) (princ emacs-version))"],
  packages: ['emacs-nox', 'elpa-eglot'],
});
if ('missing' in emacs) console.warn(`Emacs test skipped: ${emacs.missing}.`);

describe.skipIf('missing' in emacs)('the set-up of docs/editors.md in Emacs', () => {
  it('shows diagnostics, hover and fixes, follows an edit, answers a request and stops', async () => {
    await using workspace = await makeWorkspace(editorFiles);
    await using tools = await makeWorkspace({});
    const init = join(tools.path, 'init.el');
    await writeFile(init, await documentedSnippet('elisp'));
    const env = await environmentWithServer(join(tools.path, 'bin'));
    const args = ['--batch', '-l', init, '-l', join(import.meta.dirname, 'check.el')];
    const seen = await observe('emacs', args, { env, cwd: workspace.path });
    expect(seen).toEqual({
      found: {
        message: expect.stringMatching(/Same text as \S+:\d, and 2 more places\.$/),
        type: 'eglot-note',
        text: repeated,
      },
      hover: expect.stringMatching(/same text as 3 other places[\s\S]*docs\/api[\s\S]*client/),
      fix: 'Ignore this passage (text-twin-ignore-next)',
      fixed: `# text-twin-ignore-next\n${editorFiles.Makefile}`,
      compared: 'duplicate, similarity 1.00',
      edited: 0,
      stopped: true,
    });
  }, 180_000);
});
