import { resolve } from 'node:path';
import type { CliEnvironment } from './environment';
import { InputError } from './errors';
import { readTextFile } from './readTextFile';

const REMEDY = 'make one with: text-twin scan --format json --output FILE';

/**
 * The ids of the groups in an earlier JSON report.
 *
 * @throws InputError naming the file when it is missing or no such report.
 */
export async function readBaseline(
  name: string,
  { fileSystem, terminal }: CliEnvironment,
): Promise<ReadonlySet<string>> {
  const text = await readTextFile(resolve(terminal.cwd, name), `baseline "${name}"`, fileSystem);
  const ids = groupIds(parse(text, name));
  if (ids) return new Set(ids);
  throw new InputError(`baseline "${name}" is not a Text Twin report of version 1; ${REMEDY}`);
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = (error as Error).message;
    throw new InputError(`baseline "${name}" is not valid JSON (${reason}); ${REMEDY}`);
  }
}

function groupIds(report: unknown): string[] | undefined {
  const { version, groups } = (report ?? {}) as { version?: unknown; groups?: unknown };
  if (version !== 1 || !Array.isArray(groups)) return undefined;
  const ids = groups.map((group: { id?: unknown } | null) => group?.id);
  return ids.every((id) => typeof id === 'string') ? ids : undefined;
}
