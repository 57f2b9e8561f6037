import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';

/** Whether Neovim is at hand, or why it is not. */
export type Neovim = { readonly version: string } | { readonly missing: string };

/** Finds Neovim; on Debian and its kin, as root, installs it first if need be. */
export function findNeovim(): Neovim {
  const found = versionOf();
  if (found) return { version: found };
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    return { missing: 'nvim is not installed, and only root on Debian can install it here' };
  }
  try {
    const options = { stdio: 'pipe', timeout: 300_000 } as const;
    const environment = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    execFileSync('apt-get', ['update'], { ...options, ...environment });
    const install = ['install', '-y', '--no-install-recommends', 'neovim'];
    execFileSync('apt-get', install, { ...options, ...environment });
  } catch (error) {
    const [reason] = (error as Error).message.split('\n');
    return { missing: `nvim is not installed, and apt-get could not install it: ${reason}` };
  }
  const installed = versionOf();
  return installed
    ? { version: installed }
    : { missing: 'nvim is not there after its installation' };
}

/** One line that the script printed. */
export interface Observation {
  readonly name: string;
  readonly value: unknown;
}

/** Runs a Lua script in a Neovim without user configuration and collects what it printed as JSON. */
export async function runLua(
  script: string,
  environment: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, unknown>> {
  const args = ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', `luafile ${script}`];
  const options = { env: { ...process.env, ...environment }, timeout: 120_000 };
  const { stdout } = await promisify(execFile)('nvim', args, options).catch(
    (failure: { stdout?: string; message: string }) => {
      throw new Error(`${failure.message}\n${failure.stdout ?? ''}`);
    },
  );
  const lines = stdout.split('\n').filter((line) => line.startsWith('{'));
  return new Map(
    lines.map((line) => JSON.parse(line) as Observation).map(({ name, value }) => [name, value]),
  );
}

function versionOf(): string | undefined {
  try {
    const shown = execFileSync('nvim', ['--version'], { encoding: 'utf8', stdio: 'pipe' });
    return shown.split('\n')[0];
  } catch {
    return undefined;
  }
}
