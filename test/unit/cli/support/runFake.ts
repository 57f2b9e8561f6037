import type { CliEnvironment } from '../../../../server/src/cli/environment';
import { runCli } from '../../../../server/src/cli/run';
import type { TerminalStream } from '../../../../server/src/cli/terminal';
import { nodeFileSystem } from '../../../../server/src/node/files/fileSystem';
import { fakeHandle } from './fakeFinder';

/** A stream that remembers what was written. */
export class FakeStream implements TerminalStream {
  written = '';
  closed = false;

  constructor(
    readonly isTTY = false,
    readonly columns: number | undefined = undefined,
  ) {}

  async write(text: string): Promise<void> {
    this.written += text;
  }
}

/** What a test may set up beside the arguments. */
export interface FakeRun extends Partial<Omit<CliEnvironment, 'terminal'>> {
  readonly cwd?: string;
  readonly stdin?: readonly (string | Uint8Array)[];
  readonly env?: Record<string, string>;
  readonly stdout?: FakeStream;
  readonly stderr?: FakeStream;
}

/** Runs the program with a fake finder and terminal. Times stand still. */
export async function runFake(argv: readonly string[], options: FakeRun = {}) {
  const { cwd = '/', stdin = [], env = {}, ...environment } = options;
  const { stdout = new FakeStream(), stderr = new FakeStream() } = options;
  const handle = fakeHandle();
  const code = await runCli(argv, {
    terminal: { stdout, stderr, stdin: chunks(stdin), env, cwd },
    fileSystem: nodeFileSystem,
    createFinder: async () => handle,
    identifyModel: async () => handle.encoder,
    cacheFolder: undefined,
    enginesFolder: process.env.TEXT_TWIN_ENGINES ?? process.cwd(),
    startServe: async () => {},
    version: '1.2.3',
    now: () => 0,
    ...environment,
  });
  return { code, out: stdout.written, err: stderr.written, handle };
}

async function* chunks(parts: readonly (string | Uint8Array)[]) {
  for (const part of parts) yield typeof part === 'string' ? new TextEncoder().encode(part) : part;
}
