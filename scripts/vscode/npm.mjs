import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from './run.mjs';
import { Unavailable } from './unavailable.mjs';

/**
 * What an npm that runs us tells its scripts: who it is, its Node, its project. An npm that we run would pass it
 * on as its own, and code-server's scripts refuse to install when they read of another Node there.
 */
const OF_OUTER_NPM =
  /^(NODE|INIT_CWD|npm_(package|lifecycle|command|execpath|node_execpath)\w*|npm_config_(user_agent|prefix|local_prefix|node_gyp|npm_version|global_prefix))$/;

/** Answers no question and says nothing but what it does. */
const QUIETLY = ['--yes', '--no-fund', '--no-audit', '--foreground-scripts', '--global=false'];

/**
 * Runs npm in a folder, which becomes a package of its own if it is none; `env` is laid over the environment.
 *
 * @throws Unavailable when npm fails: mostly, the registry cannot be reached.
 */
export async function npm(folder, args, env = {}) {
  const own = path.join(folder, 'package.json');
  if (!existsSync(own)) await writeFile(own, '{ "private": true }\n');
  const clean = Object.entries({ ...process.env, ...env }).filter(
    ([name]) => !OF_OUTER_NPM.test(name),
  );
  try {
    await run('npm', [...args, ...QUIETLY], { cwd: folder, env: Object.fromEntries(clean) });
  } catch (error) {
    throw new Unavailable(`npm ${args.join(' ')} failed. ${error.message}`);
  }
}
