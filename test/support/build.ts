import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Vitest's global set-up: builds `dist/` once before any test runs; a failed build throws its output. */
export default function build(): void {
  const root = resolve(import.meta.dirname, '../..');
  execFileSync(process.execPath, [resolve(root, 'scripts/build.mjs')], {
    cwd: root,
    stdio: 'inherit',
  });
}
