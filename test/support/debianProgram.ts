import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether a program is at hand, or why it is not. */
export type Program = { readonly version: string } | { readonly missing: string };

/** A program that tests drive, and where Debian has it. */
export interface DebianProgram {
  readonly name: string;
  /** Arguments that make it print its version, and fail where it lacks something that the tests need. */
  readonly versionArguments: readonly string[];
  readonly packages: readonly string[];
}

/** Test files run side by side, and apt-get does not wait for another of its kind. */
const lock = join(tmpdir(), 'text-twin-apt.lock');

/** Finds a program; on Debian and its kin, as root, installs it first if need be. */
export function findProgram(program: DebianProgram): Program {
  const found = versionOf(program);
  if (found) return { version: found };
  const { name, packages } = program;
  const wanted = packages.join(' ');
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    return { missing: `${name} is not installed (Debian: sudo apt-get install ${wanted})` };
  }
  try {
    aptGet('update');
    aptGet('install', '-y', '--no-install-recommends', ...packages);
  } catch (error) {
    const [reason] = (error as Error).message.split('\n');
    return { missing: `${name} is not installed, and apt-get could not install it: ${reason}` };
  }
  const installed = versionOf(program);
  return installed
    ? { version: installed }
    : { missing: `${name} does not work after the installation of ${wanted}` };
}

function aptGet(...args: readonly string[]): void {
  execFileSync('flock', [lock, 'apt-get', ...args], {
    stdio: 'pipe',
    timeout: 300_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

function versionOf({ name, versionArguments }: DebianProgram): string | undefined {
  try {
    const shown = execFileSync(name, versionArguments, { encoding: 'utf8', stdio: 'pipe' });
    return shown.split('\n')[0];
  } catch {
    return undefined;
  }
}
