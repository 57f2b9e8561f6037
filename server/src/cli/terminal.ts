/** Where text goes. */
export interface TerminalStream {
  /** Resolves when the text is handed on; never rejects, a closed pipe is told by `closed`. */
  write(text: string): Promise<void>;
  readonly isTTY: boolean;
  /** Width in characters; undefined when it is not a terminal. */
  readonly columns: number | undefined;
  /** True once the reader has gone (`text-twin scan | head`). */
  readonly closed: boolean;
}

/** What a command sees of the process it runs in. */
export interface Terminal {
  readonly stdout: TerminalStream;
  readonly stderr: TerminalStream;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute path of the working folder. */
  readonly cwd: string;
}

/** Whether a stream may be coloured and redrawn (https://no-color.org). */
export function isColourful(stream: TerminalStream, env: Terminal['env']): boolean {
  return stream.isTTY && !env.NO_COLOR && env.TERM !== 'dumb';
}
