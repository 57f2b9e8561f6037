import type { Arguments } from '../arguments/parseCommand';
import { indexSpec } from '../arguments/specs';
import type { CliEnvironment } from '../environment';
import { InputError } from '../errors';
import type { Command } from './command';
import { exportIndex } from './indexExport';
import { importIndex } from './indexImport';

/** `text-twin index` */
export const indexCommand: Command = { spec: indexSpec, run: index };

async function index(args: Arguments, environment: CliEnvironment): Promise<number> {
  const [action, file, ...paths] = args.positionals;
  if (file !== undefined && action === 'export') {
    return exportIndex(file, paths, args, environment);
  }
  if (file !== undefined && action === 'import' && paths.length === 0) {
    return importIndex(file, args, environment);
  }
  throw new InputError(`usage: ${indexSpec.usage.map((line) => `text-twin ${line}`).join(' or ')}`);
}
