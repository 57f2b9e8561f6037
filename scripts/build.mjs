// Bundles client, server, command line and encoder worker into dist/, and lays the model beside them.
import { cp, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { buildKernel } from './buildKernel.mjs';
import { bundleOptions } from './bundleOptions.mjs';
import { packageFolder } from './packageFolder.mjs';

const root = path.resolve(
  import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname),
  '..',
);
const from = (...parts) => path.join(root, ...parts);

const bundle = (entry, name, options = {}) =>
  build({
    ...bundleOptions(root),
    entryPoints: [from(entry)],
    outfile: from('dist', name),
    minify: true,
    ...options,
  });

await rm(from('dist'), { recursive: true, force: true });
await mkdir(from('dist', 'wasm'), { recursive: true });
await Promise.all([
  bundle('client/src/extension.ts', 'extension.js'),
  bundle('server/src/node/main.ts', 'server.js'),
  bundle('server/src/node/encoder/worker.ts', 'worker.js'),
  bundle('server/src/node/encoder/tensorflowWorker.ts', 'tensorflowWorker.js'),
  bundle('server/src/cli/main.ts', 'cli.js', { banner: { js: '#!/usr/bin/env node' } }),
  bundle('models/training/main.ts', 'train.js', { minify: false }),
  bundle('models/evaluation/evaluateMain.ts', 'evaluate.js', { minify: false }),
  bundle('test/precision/main.ts', 'precision.js', { minify: false }),
  bundle('test/oracle/main.ts', 'oracle.js', { minify: false }),
  bundle('bench/main.ts', 'bench.js', { minify: false }),
  bundle('bench/extractionMain.ts', 'benchExtraction.js', { minify: false }),
]);
await buildKernel(from('dist', 'wasm'));
const wasm = path.join(packageFolder('@tensorflow/tfjs-backend-wasm'), 'dist');
for (const name of ['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm']) {
  await cp(path.join(wasm, name), from('dist', 'wasm', name));
}
// What else lies beside the model is for its card and its tests.
const isShipped = (file) => !/golden\.json$|\.svg$/.test(file);
await cp(from('models', 'encoder'), from('dist', 'encoder'), {
  recursive: true,
  filter: isShipped,
});
