import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** How long processes may take to end by themselves, in ms. */
const patience = 5_000;

/**
 * A program and all that it starts. They end with `stop()`, and at the latest with this process: VS Code's
 * extension hosts outlive the server when only the server is ended.
 */
export class ProcessGroup {
  #child;
  #atExit = () => this.#signal('SIGKILL');

  constructor(program, args, options) {
    this.#child = spawn(program, args, { ...options, detached: true });
    process.on('exit', this.#atExit);
  }

  get child() {
    return this.#child;
  }

  async stop() {
    if (this.#isRunning) {
      const ended = once(this.#child, 'exit');
      this.#signal('SIGTERM');
      const timer = setTimeout(() => this.#signal('SIGKILL'), patience);
      await ended;
      clearTimeout(timer);
    }
    this.#signal('SIGKILL');
    process.off('exit', this.#atExit);
  }

  get #isRunning() {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  #signal(name) {
    if (this.#child.pid === undefined) return;
    try {
      process.kill(-this.#child.pid, name);
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  }
}
