import type { Arguments } from '../arguments/parseCommand';
import type { CommandSpec } from '../arguments/specs';
import type { CliEnvironment } from '../environment';

/** A command of the program. */
export interface Command {
  readonly spec: CommandSpec;
  /**
   * @returns the exit status.
   * @throws InputError, or the error of a model that cannot be loaded.
   */
  run(args: Arguments, environment: CliEnvironment): Promise<number>;
}
