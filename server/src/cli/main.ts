import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { version } from '../../../package.json';
import { cacheFolderOf } from '../node/cache/cacheFolder';
import { nodeFileSystem } from '../node/files/fileSystem';
import { sumNatively } from '../node/nativeChecksum';
import { paceByEvents } from '../node/pacing';
import { EXIT } from './errors';
import { processTerminal } from './processTerminal';
import { runCli } from './run';

paceByEvents();
sumNatively();
process.on('SIGINT', () => process.exit(EXIT.interrupted));

const terminal = processTerminal();
const modelDir = terminal.env.TEXT_TWIN_MODEL;

// Model and server are loaded by the commands that need them, so that `--help` answers at once.
const status = runCli(process.argv.slice(2), {
  terminal,
  fileSystem: nodeFileSystem,
  createFinder: async (cacheFolder) => {
    const { createLateFinder } = await import('../node/encoder/createFinder');
    return createLateFinder({
      ...(modelDir && { modelDir }),
      cache: cacheFolder === undefined ? undefined : { folder: cacheFolder },
      isAlone: true,
      warn: (message) => void terminal.stderr.write(`text-twin: ${message}\n`),
    });
  },
  identifyModel: async () => {
    const { identifyModel } = await import('../node/encoder/createFinder');
    return identifyModel(modelDir ? { modelDir } : {});
  },
  cacheFolder: cacheFolderOf({ platform: process.platform, env: terminal.env, home: homedir() }),
  startServe: async () => {
    const { startServe } = await import('../node/startServe');
    await startServe();
  },
  enginesFolder: terminal.env.TEXT_TWIN_ENGINES ?? dirname(process.argv[1] ?? '.'),
  version,
  now: () => performance.now(),
});

// Standard input may still be open, and it would keep the process alive.
void status.then((code) => process.exit(code));
