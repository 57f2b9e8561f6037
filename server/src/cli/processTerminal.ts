import type { WriteStream } from 'node:tty';
import type { Terminal, TerminalStream } from './terminal';

/** The terminal, or the pipes, of this process. */
export function processTerminal(): Terminal {
  return {
    stdout: wrap(process.stdout),
    stderr: wrap(process.stderr),
    stdin: process.stdin,
    env: process.env,
    cwd: process.cwd(),
  };
}

function wrap(stream: WriteStream): TerminalStream {
  let isClosed = false;
  // A reader that has gone (EPIPE) is no error of ours; without a listener Node would end the
  // process.
  stream.on('error', () => {
    isClosed = true;
  });
  return {
    write: (text) =>
      new Promise((resolve) => {
        if (isClosed || text === '') resolve();
        else stream.write(text, () => resolve());
      }),
    get isTTY() {
      return stream.isTTY === true;
    },
    get columns() {
      return stream.columns;
    },
    get closed() {
      return isClosed;
    },
  };
}
