// VS Code as a web server (the npm package code-server) on the Node it wants, both from the npm registry.

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cached } from './cache.mjs';
import { ensureHeaders } from './debian.mjs';
import { run } from './run.mjs';
import { Unavailable } from './unavailable.mjs';

/** code-server 4.139.1 is VS Code 1.139.1; it runs on Node 24 only. */
const versions = { codeServer: '4.139.1', node: '24.21.0' };

/** The programs: `node` is an executable, `entry` the script it is given. Fetched at the first call (2 min). */
export async function ensureCodeServer(tell = () => {}) {
  if (!['linux', 'darwin'].includes(process.platform)) {
    throw new Unavailable('A real VS Code runs here on Linux and macOS only (code-server).');
  }
  const platform = `node-${process.platform}-${process.arch}`;
  const nodeFolder = await cached(`node-${versions.node}`, async (folder) => {
    tell(`Fetching Node ${versions.node}…`);
    await npmInstall(folder, `${platform}@${versions.node}`, process.env);
  });
  const home = path.join(nodeFolder, 'node_modules', platform);
  const node = path.join(home, 'bin', 'node');
  const folder = await cached(`code-server-${versions.codeServer}`, async (partial) => {
    await ensureHeaders();
    tell(`Fetching code-server ${versions.codeServer}, about two minutes…`);
    await npmInstall(partial, `code-server@${versions.codeServer}`, {
      ...process.env,
      PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`,
      // The headers of this very Node; a machine-wide nodedir would give another version's.
      npm_config_nodedir: home,
    });
  });
  return { node, entry: path.join(folder, 'node_modules/code-server/out/node/entry.js') };
}

/**
 * What an npm that runs us tells its scripts: who it is, its Node, its project. An npm that we run would pass it
 * on as its own, and code-server's scripts refuse to install when they read of another Node there.
 */
const OF_OUTER_NPM =
  /^(NODE|INIT_CWD|npm_(package|lifecycle|command|execpath|node_execpath)\w*|npm_config_(user_agent|prefix|local_prefix|node_gyp|npm_version|global_prefix))$/;

async function npmInstall(folder, what, env) {
  await writeFile(path.join(folder, 'package.json'), '{ "private": true }\n');
  const args = [
    'install',
    what,
    '--no-fund',
    '--no-audit',
    '--foreground-scripts',
    '--global=false',
  ];
  const clean = Object.fromEntries(
    Object.entries(env).filter(([name]) => !OF_OUTER_NPM.test(name)),
  );
  try {
    await run('npm', args, { cwd: folder, env: clean });
  } catch (error) {
    throw new Unavailable(`npm could not install ${what}. ${error.message}`);
  }
}
