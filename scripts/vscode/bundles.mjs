// The two bundles that a mutation can be in, built as scripts/build.mjs builds them, from a copy of the sources.
import path from 'node:path';
import { build } from 'esbuild';

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  mainFields: ['module', 'main'],
  external: ['vscode', '@tensorflow/tfjs-node', 'onnxruntime-node'],
  logLevel: 'warning',
};

const bundle = (entry, name) => async (folder) => {
  const outfile = path.join(folder, 'dist', name);
  const alias = { 'node-fetch': path.join(folder, 'scripts', 'noFetch.cjs') };
  await build({ ...common, alias, entryPoints: [path.join(folder, entry)], outfile });
  return outfile;
};

/** Builds a bundle from the sources in a folder, and returns its path. */
export const bundles = {
  extension: bundle('client/src/extension.ts', 'extension.js'),
  server: bundle('server/src/node/main.ts', 'server.js'),
};
