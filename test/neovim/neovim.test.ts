import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeWorkspace } from '../support/workspace';
import { findNeovim, runLua } from './neovim';

const neovim = findNeovim();
if ('missing' in neovim) console.warn(`Neovim test skipped: ${neovim.missing}.`);

describe.skipIf('missing' in neovim)('the server in Neovim', () => {
  it('shows diagnostics, follows an edit, answers a comparison and stops', async () => {
    await using workspace = await makeWorkspace({
      'docs/api.md': '# Requests\n\nRetries a failed request up to three times before giving up.\n',
      'src/client.ts':
        '// Retries a failed request up to three times before giving up.\nexport const tries = 3;\n',
    });
    const seen = await runLua(join(import.meta.dirname, 'check.lua'), {
      WORKSPACE: workspace.path,
      CLI: resolve(import.meta.dirname, '../../dist/cli.js'),
      NODE: process.execPath,
    });
    expect(Object.fromEntries(seen)).toEqual({
      found: [
        {
          message: 'Same text as docs/api.md:3.',
          source: 'Text Twin',
          code: 'duplicate',
          lnum: 0,
          col: 0,
        },
      ],
      compared: { energy: 0, similarity: 1, verdict: 'duplicate' },
      edited: [],
      stopped: true,
    });
  }, 180_000);
});
