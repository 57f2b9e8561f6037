// A real VS Code with the packed extension, on 127.0.0.1, with user data that vanishes with it.
import { rmSync } from 'node:fs';
import { cp, mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ensureCodeServer } from './codeServer.mjs';
import { editions, newest } from './editions.mjs';
import { ProcessGroup } from './processGroup.mjs';
import { ensureVsix, removeFolder, temporaryFolder } from './project.mjs';
import { run } from './run.mjs';
import { serverOptions, settings, trustOptions } from './settings.mjs';

/** How long the server may take to answer, in ms. */
const startLimit = 60_000;

/**
 * Starts a VS Code. `tell` is given lines about slow steps; `graceSeconds` is how long the extensions of a closed
 * page live on, in case it is opened again; `vsix` is the packed extension, made when none is given; `takesTests`: for
 * the extension host's tests, at the price of messages, which such a server does not show.
 *
 * @throws Unavailable when this machine cannot have a VS Code.
 */
export async function startHost(options = {}) {
  const { edition = newest, tell = () => {}, graceSeconds = 2, vsix, takesTests = false } = options;
  const extension = vsix ?? (await ensureVsix(tell));
  const program = await ensureCodeServer(edition, tell);
  const folder = await temporaryFolder();
  const { hasGraceTime, testOptions } = editions.get(edition);
  const host = new Host(folder, program, hasGraceTime ? graceSeconds : undefined);
  try {
    await host.install(extension);
    host.options = takesTests ? testOptions : [];
    await host.start();
    return host;
  } catch (error) {
    await host.stop();
    throw error;
  }
}

/** A running VS Code server. */
class Host {
  #folder;
  #program;
  #graceSeconds;
  #server;
  #address;
  #isRestricted = false;
  /** Further options of the server. */
  options = [];
  #atExit = () => rmSync(this.#folder, { recursive: true, force: true });

  constructor(folder, program, graceSeconds) {
    this.#folder = folder;
    this.#program = program;
    this.#graceSeconds = graceSeconds;
  }

  /** A folder that is removed with the host: for workspaces. */
  get folder() {
    return this.#folder;
  }

  /** Where VS Code writes its logs. */
  get logs() {
    return path.join(this.#folder, 'data', 'logs');
  }

  /** The address of a window on a folder, or on a `.code-workspace` of several. */
  url(workspace) {
    const kind = workspace.endsWith('.code-workspace') ? 'workspace' : 'folder';
    return `${this.#address}/?${kind}=${encodeURI(workspace)}`;
  }

  /** Sets user settings; open windows follow. */
  async configure(changes = {}) {
    const trust = {
      'security.workspace.trust.enabled': this.#isRestricted,
      // Without a question, which not every edition asks, a new workspace is not trusted.
      'security.workspace.trust.startupPrompt': 'never',
    };
    const file = path.join(this.#folder, 'data', 'User', 'settings.json');
    await writeFile(file, JSON.stringify({ ...settings, ...trust, ...changes }, null, 2));
  }

  /**
   * Makes the server ready for a new window, starting it anew where it would go on running the extensions of the
   * windows before, or was started to trust other workspaces. `isRestricted`: new workspaces are not
   * trusted.
   */
  async prepare({ isRestricted = false } = {}) {
    if (this.#graceSeconds !== undefined && this.#isRestricted === isRestricted) return;
    await this.#server.stop();
    this.#isRestricted = isRestricted;
    await this.configure();
    await this.start();
  }

  /** The ids of the processes that serve languages for this VS Code's windows. */
  async languageServers() {
    const lines = (await run('ps', ['-ww', '-A', '-o', 'pid=,args='])).split('\n');
    const own = path.join(this.#folder, 'extensions');
    return lines
      .filter((line) => line.includes(own) && line.includes('dist/server.js'))
      .map((line) => Number.parseInt(line, 10));
  }

  async install(extension) {
    await mkdir(path.join(this.#folder, 'data', 'User'), { recursive: true });
    await this.configure();
    await writeFile(path.join(this.#folder, 'config.yaml'), 'auth: none\ncert: false\n');
    await this.#cli('--install-extension', extension, '--force');
  }

  /** The path of a file of the installed extension. */
  async installed(name) {
    const extensions = path.join(this.#folder, 'extensions');
    const own = (await readdir(extensions)).find((folder) => folder.startsWith('text-twin.'));
    if (!own) throw new Error('The extension is not installed.');
    return path.join(extensions, own, name);
  }

  /** Puts another file in place of one of the installed extension; windows opened later use it. */
  async replace(name, file) {
    await cp(file, await this.installed(name));
    // VS Code keeps what manifests say until the list of extensions is newer.
    const now = new Date();
    await utimes(path.join(this.#folder, 'extensions', 'extensions.json'), now, now);
  }

  /** Removes the extension; windows notice when they are opened next. */
  async uninstall(id) {
    await this.#cli('--uninstall-extension', id);
  }

  /** The ids of the installed extensions. */
  async extensions() {
    const lines = (await this.#cli('--list-extensions')).split('\n');
    return lines.filter((line) => /^[\w-]+\.[\w-]+$/.test(line));
  }

  async start() {
    const grace = this.#graceSeconds;
    const args = [
      ...this.#args(),
      '--bind-addr',
      '127.0.0.1:0',
      ...(grace === undefined ? [] : ['--reconnection-grace-time', String(grace)]),
      ...(this.#isRestricted ? [] : trustOptions),
      ...serverOptions,
      ...this.options,
    ];
    const options = { env: this.#env(), stdio: ['ignore', 'pipe', 'pipe'] };
    this.#server = new ProcessGroup(this.#program.node, args, options);
    // After the group's own handler, which ends the processes that write there.
    process.on('exit', this.#atExit);
    this.#address = await listening(this.#server.child);
    await healthy(this.#address);
  }

  /** Ends all processes and removes the user data. */
  async stop() {
    await this.#server?.stop();
    process.off('exit', this.#atExit);
    await removeFolder(this.#folder);
  }

  #cli(...args) {
    return run(this.#program.node, [...this.#args(), ...args], { env: this.#env() });
  }

  #args() {
    const inside = (name) => path.join(this.#folder, name);
    return [
      this.#program.entry,
      '--config',
      inside('config.yaml'),
      '--user-data-dir',
      inside('data'),
      '--extensions-dir',
      inside('extensions'),
    ];
  }

  #env() {
    // Inside a VS Code terminal these lead code-server to open files in that VS Code instead.
    const inherited = Object.entries(process.env).filter(
      ([name]) => !/^(VSCODE_|ELECTRON_|CODE_SERVER_|PASSWORD$|PORT$)/.test(name),
    );
    return {
      ...Object.fromEntries(inherited),
      XDG_DATA_HOME: path.join(this.#folder, 'xdg-data'),
      XDG_CONFIG_HOME: path.join(this.#folder, 'xdg-config'),
    };
  }
}

/** The address that the server prints once it listens. */
function listening(child) {
  return new Promise((resolve, reject) => {
    let printed = '';
    const fail = (reason) => reject(new Error(`VS Code did not start (${reason}):\n${printed}`));
    const timer = setTimeout(() => fail(`nothing after ${startLimit / 1000} s`), startLimit);
    const read = (text) => {
      printed = (printed + text).slice(-10_000);
      const address = /HTTP server listening on (http:\/\/[\d.:]+)/.exec(printed)?.[1];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    };
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', read);
    child.on('error', (error) => fail(error.message));
    child.on('exit', (code) => fail(`status ${code}`));
  });
}

/** Waits until the server answers. */
async function healthy(address) {
  const end = Date.now() + startLimit;
  for (;;) {
    const isUp = await fetch(`${address}/healthz`).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return;
    if (Date.now() > end) throw new Error(`VS Code at ${address} does not answer.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
