import { version } from '../../../package.json';
import { nodeFileSystem } from '../node/files/fileSystem';
import { EXIT } from './errors';
import { processTerminal } from './processTerminal';
import { runCli } from './run';

process.on('SIGINT', () => process.exit(EXIT.interrupted));

const terminal = processTerminal();
const modelDir = terminal.env.TEXT_TWIN_MODEL;

// Model and server are loaded by the commands that need them, so that `--help` answers at once.
const status = runCli(process.argv.slice(2), {
  terminal,
  fileSystem: nodeFileSystem,
  createFinder: async () => {
    const { createFinder } = await import('../node/encoder/createFinder');
    return createFinder(modelDir ? { modelDir } : {});
  },
  startServe: async () => {
    const { startServe } = await import('../node/startServe');
    await startServe();
  },
  version,
  now: () => performance.now(),
});

// Standard input may still be open, and it would keep the process alive.
void status.then((code) => process.exit(code));
