import { InputError } from '../errors';
import type { Arguments } from './parseCommand';

/** The value of an option that is one of a few words. @throws InputError */
export function readChoice<T extends string>(
  args: Arguments,
  name: string,
  choices: readonly T[],
): T | undefined {
  const value = args.value(name);
  if (value === undefined) return undefined;
  const choice = choices.find((candidate) => candidate === value);
  if (choice !== undefined) return choice;
  throw new InputError(`--${name} must be one of ${choices.join(', ')}, got "${value}"`);
}

/** The value of an option that is a number in [0, 1]. @throws InputError */
export function readFraction(args: Arguments, name: string): number | undefined {
  const value = args.value(name);
  if (value === undefined) return undefined;
  const number = /^(\d+\.?\d*|\.\d+)$/.test(value) ? Number(value) : Number.NaN;
  if (number >= 0 && number <= 1) return number;
  throw new InputError(`--${name} must be a number from 0 to 1, got "${value}"`);
}

/** The value of an option that is a whole number from 1. @throws InputError */
export function readCount(args: Arguments, name: string): number | undefined {
  const value = args.value(name);
  if (value === undefined) return undefined;
  const number = /^\d+$/.test(value) ? Number(value) : 0;
  if (number >= 1 && Number.isSafeInteger(number)) return number;
  throw new InputError(`--${name} must be a whole number from 1, got "${value}"`);
}
