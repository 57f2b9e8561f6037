// The bundles that a mutation can be in, built from a copy of the sources.
import path from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from '../bundleOptions.mjs';

const bundle = (entry, name) => async (folder) => {
  const outfile = path.join(folder, 'dist', name);
  await build({ ...bundleOptions(folder), entryPoints: [path.join(folder, entry)], outfile });
  return outfile;
};

/** Builds a bundle from the sources in a folder, and returns its path. */
export const bundles = {
  extension: bundle('client/src/extension.ts', 'extension.js'),
  server: bundle('server/src/node/main.ts', 'server.js'),
  cli: bundle('server/src/cli/main.ts', 'cli.js'),
};
