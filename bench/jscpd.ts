import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const VERSION = '5.3.3';
/** A clone detector for code, native, without a model: a peer to be measured against, not a dependency. */
export const JSCPD = `jscpd ${VERSION}`;

/** The program as npx keeps it, so that npx itself is not timed; undefined where npx cannot get it. */
export async function findJscpd(): Promise<string | undefined> {
  try {
    const args = ['--yes', '-p', `jscpd@${VERSION}`, '-c', 'command -v jscpd'];
    const { stdout } = await promisify(execFile)('npx', args, { timeout: 120_000 });
    return stdout.trim() || undefined;
  } catch {
    return undefined;
  }
}
