/** What a setting's value may be: how to read it from unknown input, and how JSON schema says the same. */
export interface SettingKind<T> {
  /** The value as `T`, or `undefined` when it is of the wrong kind or out of range. */
  readonly read: (value: unknown) => T | undefined;
  /** In words, to end the sentence "expected …". */
  readonly expected: string;
  /** The JSON-schema keywords for `package.json`. */
  readonly schema: Readonly<Record<string, unknown>>;
}

/** `true` or `false`. */
export const flag: SettingKind<boolean> = {
  read: (value) => (typeof value === 'boolean' ? value : undefined),
  expected: 'true or false',
  schema: { type: 'boolean' },
};

/** One of the keys of `choices`; their values describe them to people. */
export function choice<T extends string>(choices: Readonly<Record<T, string>>): SettingKind<T> {
  const values = Object.keys(choices) as T[];
  return {
    read: (value) => values.find((candidate) => candidate === value),
    expected: `one of ${values.join(', ')}`,
    schema: {
      type: 'string',
      enum: values,
      markdownEnumDescriptions: values.map((value) => choices[value]),
    },
  };
}

/** A whole number from `minimum` to `maximum`, both included. */
export function wholeNumber(minimum: number, maximum: number): SettingKind<number> {
  return {
    read: (value) =>
      Number.isInteger(value) && inRange(value as number, minimum, maximum)
        ? (value as number)
        : undefined,
    expected: `a whole number from ${minimum} to ${maximum}`,
    schema: { type: 'integer', minimum, maximum },
  };
}

/** A number from 0 to 1, or `null` for "not set". */
export const optionalFraction: SettingKind<number | null> = {
  read: (value) =>
    value === null || (typeof value === 'number' && inRange(value, 0, 1)) ? value : undefined,
  expected: 'a number from 0 to 1, or null',
  schema: { type: ['number', 'null'], minimum: 0, maximum: 1 },
};

/** A list whose items are all among the keys of `choices`; their values describe them to people. */
export function choices<T extends string>(
  all: Readonly<Record<T, string>>,
): SettingKind<readonly T[]> {
  const one = choice(all);
  return {
    read: (value) => readList(value, one.read),
    expected: `a list of ${Object.keys(all).join(', ')}`,
    schema: { type: 'array', items: one.schema, uniqueItems: true },
  };
}

/**
 * Switches by name; the reasons describe them to people. Those with a `from` depend on another setting, the others are
 * on where they are not given.
 */
export function switches(
  all: readonly { readonly name: string; readonly reason: string; readonly from?: string }[],
): SettingKind<Readonly<Record<string, boolean>>> {
  const names = new Set(all.map(({ name }) => name));
  const properties = all.map(({ name, reason, from }) => [
    name,
    { type: 'boolean', ...(from === undefined && { default: true }), description: reason },
  ]);
  return {
    read(value) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
      const given = Object.entries(value);
      const usable = given.every(([name, on]) => names.has(name) && typeof on === 'boolean');
      return usable ? Object.fromEntries(given) : undefined;
    },
    expected: `an object with true or false for any of ${[...names].join(', ')}`,
    schema: {
      type: 'object',
      properties: Object.fromEntries(properties),
      additionalProperties: false,
    },
  };
}

/** A list of texts. */
export const texts: SettingKind<readonly string[]> = {
  read: (value) => readList(value, (item) => (typeof item === 'string' ? item : undefined)),
  expected: 'a list of texts',
  schema: { type: 'array', items: { type: 'string' } },
};

function readList<T>(value: unknown, readItem: (item: unknown) => T | undefined) {
  if (!Array.isArray(value)) return undefined;
  const items = value.map(readItem).filter((item) => item !== undefined);
  return items.length === value.length ? [...new Set(items)] : undefined;
}

function inRange(value: number, minimum: number, maximum: number): boolean {
  return value >= minimum && value <= maximum;
}
