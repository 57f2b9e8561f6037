import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, it } from 'vitest';

/** All that a user gets, and nothing else: no sources, no tests, no data, no secrets. */
const FILES = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'client/icon.png',
  'dist/cli.js',
  'dist/encoder/manifest.json',
  'dist/encoder/model.json',
  'dist/encoder/tokenizer.json',
  'dist/encoder/weights.bin',
  'dist/extension.js',
  'dist/server.js',
  'dist/tensorflowWorker.js',
  'dist/wasm/encoder-kernel-shared.wasm',
  'dist/wasm/encoder-kernel.wasm',
  'dist/wasm/tfjs-backend-wasm-simd.wasm',
  'dist/wasm/tfjs-backend-wasm.wasm',
  'dist/worker.js',
  'models/MODEL_CARD.md',
  'package.json',
];

it('the VSIX holds what the whitelist names', { timeout: 180_000 }, () => {
  const folder = path.dirname(createRequire(import.meta.url).resolve('@vscode/vsce/package.json'));
  const listed = execFileSync(process.execPath, [
    path.join(folder, 'vsce'),
    'ls',
    '--no-dependencies',
  ]);
  expect(listed.toString().trim().split('\n').sort()).toEqual(FILES);
});

it('the client knows the names of filters, not how languages are read', () => {
  const [client, server] = ['extension', 'server'].map((name) =>
    readFileSync(`dist/${name}.js`, 'utf8'),
  );
  // The name of a rule, and of a token of the Markdown parser.
  expect([client, server].map((code) => code?.includes('near-elsewhere'))).toEqual([true, true]);
  expect([client, server].map((code) => code?.includes('html_inline'))).toEqual([false, true]);
});
