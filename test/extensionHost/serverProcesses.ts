import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Stage } from './check';

/** The process ids of the language servers that this extension host runs. */
export async function serverProcesses({ extension }: Stage): Promise<number[]> {
  const script = join(extension.extensionPath, 'dist', 'server.js');
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,args=']);
  return stdout
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((row) => Number(row?.[2]) === process.pid && row?.[3]?.includes(script))
    .map((row) => Number(row?.[1]));
}
