import { spawn } from 'node:child_process';

/**
 * Runs a program to its end and returns what it printed on both streams.
 *
 * @throws Error with the last lines it printed, when it fails.
 */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        printed += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve(printed);
      const last = printed.trim().split('\n').slice(-15).join('\n');
      reject(new Error(`${program} ${args[0] ?? ''} ended with status ${code}:\n${last}`));
    });
  });
}
