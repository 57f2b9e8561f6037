// What the npm registry does not have: headers to compile code-server's native modules, and a browser.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';
import { Unavailable } from './unavailable.mjs';

/** Debian packages by the file that shows they are installed. */
const packages = {
  'libkrb5-dev': ['/usr/include/gssapi/gssapi.h'],
  'fonts-dejavu-core': ['/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf'],
};

/** Names under which Chromium and its kin stand in PATH. */
const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Makes sure that code-server's native modules can be compiled. */
export async function ensureHeaders() {
  if (process.platform !== 'linux' || isInstalled('libkrb5-dev')) return;
  await install(['libkrb5-dev']);
}

/** The path of Chromium, installed first if need be. `CHROMIUM` overrides the search. */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const fonts = isInstalled('fonts-dejavu-core') ? [] : ['fonts-dejavu-core'];
  await install(['chromium', ...fonts]);
  const installed = findChromium();
  if (!installed) throw new Unavailable('Chromium is not there after its installation.');
  return installed;
}

function findChromium() {
  const given = process.env.CHROMIUM;
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`CHROMIUM names ${given}, which does not exist.`);
  }
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return browsers
    .flatMap((name) => folders.map((folder) => path.join(folder, name)))
    .find(existsSync);
}

function isInstalled(name) {
  return packages[name].some(existsSync);
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
