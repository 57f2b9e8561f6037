import { ALL_FILTERS } from '../../core/filters/allFilters';
import { type Settings, settingDeclarations } from '../../settings';
import { nearest } from '../arguments/nearest';
import type { Arguments } from '../arguments/parseCommand';
import { readChoice, readCount, readFraction } from '../arguments/readValues';
import { InputError } from '../errors';

const FORMATS = ['text', 'json', 'sarif', 'html'] as const;
const SENSITIVITIES = ['strict', 'balanced', 'loose'] as const;

/** What `scan` was asked for, checked. */
export interface ScanOptions {
  readonly paths: readonly string[];
  readonly format: (typeof FORMATS)[number];
  /** Undefined: standard output. */
  readonly output: string | undefined;
  readonly failOn: number | undefined;
  readonly baseline: string | undefined;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly verbose: boolean;
  /** Lays the command line's threshold or sensitivity over a project's settings. */
  readonly override: (settings: Settings) => Settings;
}

/** Checks the arguments of `scan`. @throws InputError */
export function readScanOptions(args: Arguments): ScanOptions {
  const threshold = readFraction(args, 'threshold');
  const sensitivity = readChoice(args, 'sensitivity', SENSITIVITIES);
  if (threshold !== undefined && sensitivity !== undefined) {
    throw new InputError('--threshold and --sensitivity exclude each other; give one of them');
  }
  const filters = readDisabledFilters(args);
  return {
    paths: args.positionals,
    format: readChoice(args, 'format', FORMATS) ?? 'text',
    output: args.value('output'),
    failOn: readCount(args, 'fail-on'),
    baseline: args.value('baseline'),
    include: args.values('include'),
    exclude: args.values('exclude'),
    verbose: args.has('verbose'),
    override: (given) => {
      const settings = { ...given, filters: { ...given.filters, ...filters } };
      if (threshold !== undefined) return { ...settings, threshold };
      if (sensitivity === undefined) return settings;
      return { ...settings, sensitivity, threshold: settingDeclarations.threshold.default };
    },
  };
}

/** The filters that the command line switches off. @throws InputError for one that there is not */
function readDisabledFilters(args: Arguments): Readonly<Record<string, false>> {
  const names = ALL_FILTERS.map(({ name }) => name);
  const disabled = args.values('no-filter').flatMap((given) => {
    if (given === 'all') return names;
    if (names.includes(given)) return [given];
    const meant = nearest(given, names);
    const hint = meant === undefined ? `known are ${names.join(', ')}` : `did you mean "${meant}"?`;
    throw new InputError(`--no-filter: there is no filter "${given}"; ${hint}`);
  });
  return Object.fromEntries(disabled.map((name) => [name, false]));
}
