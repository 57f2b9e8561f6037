import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What a command took. */
export interface CommandTime {
  /** Seconds on the clock. */
  readonly wall: number;
  /** Seconds of processor time of the command and all that it started. */
  readonly processor: number;
}

/**
 * Runs a command and throws its output away. The shell's own `times` tells the processor time, so that it works for
 * programs of any make.
 *
 * @throws Error when there is no POSIX shell, or the command fails.
 */
export async function timeCommand(
  command: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CommandTime> {
  const script = '"$@" > /dev/null 2>&1; code=$?; times; exit $code';
  const started = performance.now();
  const child = spawn('sh', ['-c', script, 'sh', ...command], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  const wall = (performance.now() - started) / 1000;
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}`);
  return { wall, processor: readTimes(output) };
}

/** The second line is that of the children: user, then system time. */
function readTimes(output: string): number {
  const [, children = ''] = output.trim().split('\n');
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds),
    0,
  );
}
