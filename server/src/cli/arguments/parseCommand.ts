import { parseArgs } from 'node:util';
import { InputError } from '../errors';
import { nearest } from './nearest';
import { type CommandSpec, commonOptions, type OptionSpec } from './specs';

/** A command's arguments, as written. */
export interface Arguments {
  readonly positionals: readonly string[];
  /** Whether a switch was given. */
  has(name: string): boolean;
  /** The last value given to an option. */
  value(name: string): string | undefined;
  /** All values given to an option. */
  values(name: string): readonly string[];
}

/**
 * Reads a command's arguments by its table.
 *
 * @throws InputError for an unknown option, a missing value or a value too many.
 */
export function parseCommand(argv: readonly string[], spec: CommandSpec): Arguments {
  const options = [...commonOptions, ...spec.options];
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(options.map((option) => [option.name, parserOption(option)])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const given = new Map<string, string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const option = options.find(({ name }) => name === token.name);
    if (!option) throw unknownOption(token.rawName, options, spec);
    const values = given.get(option.name) ?? [];
    given.set(option.name, [...values, checkValue(option, token.value, token.inlineValue)]);
  }
  return {
    positionals,
    has: (name) => given.has(name),
    value: (name) => given.get(name)?.at(-1),
    values: (name) => given.get(name) ?? [],
  };
}

function parserOption({ value, short }: OptionSpec) {
  const type = value === undefined ? ('boolean' as const) : ('string' as const);
  return short === undefined ? { type } : { type, short };
}

function checkValue(option: OptionSpec, value: string | undefined, inline?: boolean): string {
  if (option.value === undefined) {
    if (value === undefined) return '';
    throw new InputError(`--${option.name} takes no value, got "${value}"`);
  }
  const isNextOption = !inline && value !== undefined && /^-./.test(value);
  if (value === undefined || value === '' || isNextOption) {
    throw new InputError(`--${option.name} needs a value: --${option.name} ${option.value}`);
  }
  return value;
}

function unknownOption(
  rawName: string,
  options: readonly OptionSpec[],
  spec: CommandSpec,
): InputError {
  const meant = nearest(
    rawName,
    options.map(({ name }) => `--${name}`),
  );
  const hints = [
    meant && `did you mean "${meant}"?`,
    !meant && spec.takesTexts && 'put -- before texts that begin with a dash;',
    `see text-twin ${spec.name} --help`,
  ];
  return new InputError(`unknown option "${rawName}"; ${hints.filter(Boolean).join(' ')}`);
}
