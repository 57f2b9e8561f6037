import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** What a finished run left. */
export interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** How a run is set up. */
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
}

/** Starts the built program. */
export function startBuilt(
  args: readonly string[],
  { cwd = process.cwd(), env = {} }: RunOptions = {},
): ChildProcessWithoutNullStreams {
  const script = resolve('dist/cli.js');
  return spawn(process.execPath, [script, ...args], { cwd, env: { ...process.env, ...env } });
}

/** Runs the built program to its end. */
export async function runBuilt(
  args: readonly string[],
  options: RunOptions = {},
): Promise<Finished> {
  const child = startBuilt(args, options);
  // A program that refuses its arguments does not read its input.
  child.stdin.on('error', () => {});
  child.stdin.end(options.stdin ?? '');
  return finish(child);
}

/** Waits for the end of a run and collects what it wrote. */
export function finish(child: ChildProcessWithoutNullStreams): Promise<Finished> {
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done({ code, out, err }));
  });
}
