import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const cli = resolve(import.meta.dirname, '../../dist/cli.js');

/** The only code block of a language in docs/editors.md, so that tests run what users are told to write. */
export async function documentedSnippet(language: string): Promise<string> {
  const document = await readFile(resolve(import.meta.dirname, '../../docs/editors.md'), 'utf8');
  const blocks = [...document.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)];
  const [found, ...more] = blocks.filter(([, name]) => name === language);
  if (!found?.[2] || more.length > 0) throw new Error(`Not one ${language} block in editors.md`);
  return found[2];
}

/** Makes `text-twin` in a folder, as `npm link` would, and returns an environment that finds it there. */
export async function environmentWithServer(folder: string): Promise<NodeJS.ProcessEnv> {
  const file = join(folder, 'text-twin');
  await mkdir(folder, { recursive: true });
  await writeFile(file, `#!/bin/sh\nexec '${process.execPath}' '${cli}' "$@"\n`);
  await chmod(file, 0o755);
  return { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH ?? ''}` };
}

/** Runs an editor to its end and collects what it printed: a JSON line `{name, value}` per observation. */
export async function observe(
  editor: string,
  args: readonly string[],
  options: { readonly env: NodeJS.ProcessEnv; readonly cwd: string },
): Promise<Readonly<Record<string, unknown>>> {
  const { stdout } = await promisify(execFile)(editor, args, {
    ...options,
    timeout: 120_000,
  }).catch((failure: { stdout?: string; stderr?: string; message: string }) => {
    throw new Error(`${failure.message}\n${failure.stdout ?? ''}\n${failure.stderr ?? ''}`);
  });
  const lines = stdout.split('\n').filter((line) => line.startsWith('{'));
  const seen = lines.map((line) => JSON.parse(line) as { name: string; value: unknown });
  return Object.fromEntries(seen.map(({ name, value }) => [name, value]));
}
