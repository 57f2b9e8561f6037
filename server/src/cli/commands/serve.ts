import { serveSpec } from '../arguments/specs';
import { EXIT, InputError } from '../errors';
import type { Command } from './command';

/** `text-twin serve` */
export const serveCommand: Command = {
  spec: serveSpec,
  run: async (args, { startServe }) => {
    if (!args.has('stdio') || args.positionals.length > 0) {
      throw new InputError('serve speaks over standard input and output: text-twin serve --stdio');
    }
    await startServe();
    return EXIT.done;
  },
};
