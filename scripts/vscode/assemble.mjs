// A code-server whose install script cannot run, put together by hand.
import { mkdir, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { ensureProgram } from './debian.mjs';
import { npm } from './npm.mjs';

const WITHOUT_SCRIPTS = ['--ignore-scripts'];

/**
 * Does what code-server's install script does, but takes ripgrep from the system: the script would fetch it from
 * GitHub, which not every machine reaches.
 */
export async function assemble(folder, version, env) {
  const ripgrep = await ensureProgram('rg', 'ripgrep');
  await npm(folder, ['install', `code-server@${version}`, ...WITHOUT_SCRIPTS], env);
  await npm(folder, ['rebuild', 'argon2'], env);

  const vscode = path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  // Its extensions are a package of their own.
  const extensions = path.join(vscode, 'extensions');
  await npm(vscode, ['install', '--omit=dev', ...WITHOUT_SCRIPTS], env);
  await link(ripgrep, path.join(vscode, 'node_modules/@vscode/ripgrep/bin/rg'));
  await npm(vscode, ['rebuild'], env);
  await npm(extensions, ['install', '--omit=dev'], env);

  await link('node_modules', path.join(vscode, 'node_modules.asar'));
  await link('code-linux.sh', path.join(vscode, 'bin/remote-cli/code-server'));
  await link('browser-linux.sh', path.join(vscode, 'bin/helpers/browser.sh'));
}

async function link(target, at) {
  await mkdir(path.dirname(at), { recursive: true });
  await rm(at, { recursive: true, force: true });
  await symlink(target, at);
}
