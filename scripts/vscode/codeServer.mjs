// VS Code as a web server (the npm package code-server) on the Node it wants, both from the npm registry.

import path from 'node:path';
import { assemble } from './assemble.mjs';
import { cached } from './cache.mjs';
import { ensurePackages } from './debian.mjs';
import { editions } from './editions.mjs';
import { npm } from './npm.mjs';
import { Unavailable } from './unavailable.mjs';

/**
 * The programs of an edition: `node` is an executable, `entry` the script it is given. Fetched at the first call
 * (two minutes).
 */
export async function ensureCodeServer(edition, tell = () => {}) {
  if (!['linux', 'darwin'].includes(process.platform)) {
    throw new Unavailable('A real VS Code runs here on Linux and macOS only (code-server).');
  }
  const { codeServer, node: version, isWhole } = editions.get(edition);
  const home = await ensureNode(version, tell);
  const env = {
    PATH: `${path.join(home, 'bin')}${path.delimiter}${process.env.PATH}`,
    // The headers of this very Node; a machine-wide nodedir would give another version's.
    npm_config_nodedir: home,
  };
  const folder = await cached(`code-server-${codeServer}`, async (partial) => {
    await ensurePackages(['libkrb5-dev']);
    tell(`Fetching code-server ${codeServer}, about two minutes…`);
    if (isWhole) await npm(partial, ['install', `code-server@${codeServer}`], env);
    else await assemble(partial, codeServer, env);
  });
  return {
    node: path.join(home, 'bin', 'node'),
    entry: path.join(folder, 'node_modules/code-server/out/node/entry.js'),
  };
}

/** The folder of a Node of this version. */
async function ensureNode(version, tell) {
  const platform = `node-${process.platform}-${process.arch}`;
  const folder = await cached(`node-${version}`, async (partial) => {
    tell(`Fetching Node ${version}…`);
    await npm(partial, ['install', `${platform}@${version}`]);
  });
  return path.join(folder, 'node_modules', platform);
}
