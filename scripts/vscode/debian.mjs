// What the npm registry does not have: headers to compile code-server's native modules, a browser, ripgrep.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';
import { Unavailable } from './unavailable.mjs';

/** A file of each Debian package, which shows that it is installed. */
const packages = {
  'libkrb5-dev': '/usr/include/gssapi/gssapi.h',
  'fonts-dejavu-core': '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf',
};

/** Names under which Chromium and its kin stand in PATH. */
const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Makes sure that packages are installed; elsewhere than on Linux, that is left to their users. */
export async function ensurePackages(names) {
  if (process.platform !== 'linux') return;
  const missing = names.filter((name) => !existsSync(packages[name]));
  if (missing.length > 0) await install(missing);
}

/** The path of a program, installed first if need be from the Debian package. */
export async function ensureProgram(name, debianPackage) {
  const found = findProgram([name]);
  if (found) return found;
  await install([debianPackage]);
  const installed = findProgram([name]);
  if (!installed) throw new Unavailable(`${name} is not there after its installation.`);
  return installed;
}

/** The path of Chromium, installed first if need be. `CHROMIUM` overrides the search. */
export async function ensureChromium() {
  const given = process.env.CHROMIUM;
  if (given && !existsSync(given)) {
    throw new Error(`CHROMIUM names ${given}, which does not exist.`);
  }
  const found = given ?? findProgram(browsers);
  if (found) return found;
  await ensurePackages(['fonts-dejavu-core']);
  return ensureProgram('chromium', 'chromium');
}

function findProgram(names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(existsSync);
}

async function install(names) {
  const wanted = names.join(' ');
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) {
    throw new Unavailable(`Missing: ${wanted}. Install with: sudo apt-get install ${wanted}`);
  }
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  try {
    await run('apt-get', ['update'], options);
    await run('apt-get', ['install', '-y', '--no-install-recommends', ...names], options);
  } catch (error) {
    throw new Unavailable(`apt-get could not install ${wanted}. ${error.message}`);
  }
}
