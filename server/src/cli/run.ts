import { renderCommandHelp, renderProgramHelp } from './arguments/help';
import { nearest } from './arguments/nearest';
import { parseCommand } from './arguments/parseCommand';
import type { Command } from './commands/command';
import { compareCommand } from './commands/compare';
import { indexCommand } from './commands/indexCommand';
import { scanCommand } from './commands/scan';
import { serveCommand } from './commands/serve';
import { similarCommand } from './commands/similar';
import type { CliEnvironment } from './environment';
import { EXIT, InputError } from './errors';

const commands: readonly Command[] = [
  scanCommand,
  compareCommand,
  similarCommand,
  indexCommand,
  serveCommand,
];
const specs = commands.map(({ spec }) => spec);

/**
 * Runs the program. Total: every failure becomes a line on stderr and an exit status.
 *
 * @param argv without node and script.
 * @returns the exit status, see `EXIT`.
 */
export async function runCli(
  argv: readonly string[],
  environment: CliEnvironment,
): Promise<number> {
  try {
    return await dispatch(argv, environment);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    await environment.terminal.stderr.write(`text-twin: ${message}\n`);
    return EXIT.unusable;
  }
}

async function dispatch(argv: readonly string[], environment: CliEnvironment): Promise<number> {
  const { stdout, stderr } = environment.terminal;
  const [name, ...rest] = argv;
  if (name === undefined) {
    await stderr.write(renderProgramHelp(specs));
    return EXIT.unusable;
  }
  if (name === '--version' || name === '-V') {
    await stdout.write(`${environment.version}\n`);
    return EXIT.done;
  }
  const topic = name === 'help' ? rest[0] : name;
  if (topic === undefined || topic === '--help' || topic === '-h') {
    await stdout.write(renderProgramHelp(specs));
    return EXIT.done;
  }
  const command = commands.find(({ spec }) => spec.name === topic);
  if (!command) throw unknownCommand(topic);
  if (name === 'help' || asksForHelp(rest)) {
    await stdout.write(renderCommandHelp(command.spec));
    return EXIT.done;
  }
  return command.run(parseCommand(rest, command.spec), environment);
}

function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  return options.includes('--help') || options.includes('-h');
}

function unknownCommand(name: string): InputError {
  const isOption = name.startsWith('-');
  const meant = isOption
    ? undefined
    : nearest(
        name,
        specs.map((spec) => spec.name),
      );
  const hint = meant ? ` did you mean "${meant}"?` : '';
  return new InputError(
    `unknown ${isOption ? 'option' : 'command'} "${name}";${hint} see text-twin --help`,
  );
}
