import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { it } from 'vitest';

it('is server/searchKernel, compiled', () => {
  const root = path.resolve(__dirname, '../../../..');
  const script = path.join(root, 'scripts', 'searchKernel.mjs');
  execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' });
}, 60_000);
