import path from 'node:path';

/** What esbuild is told for every bundle, of the sources in a folder: scripts/build.mjs and the mutations alike. */
export function bundleOptions(folder) {
  return {
    bundle: true,
    platform: 'node',
    target: 'node20',
    // Node 20 knows them all; without this, each `\p{}` literal becomes a `new RegExp` at each call.
    supported: { 'regexp-unicode-property-escapes': true },
    format: 'cjs',
    // tfjs names its kernels by class and function names in messages only; tree-shake its modules.
    mainFields: ['module', 'main'],
    external: ['vscode', '@tensorflow/tfjs-node', 'onnxruntime-node'],
    // tfjs asks for node-fetch where there is no global fetch; Node 20 has one, and we fetch nothing.
    alias: { 'node-fetch': path.join(folder, 'scripts', 'noFetch.cjs') },
    logLevel: 'warning',
  };
}
