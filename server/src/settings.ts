import type { Sensitivity, SensitivityThresholds } from './core/energies/scoring';
import { ALL_FILTERS, disabledFilters } from './core/filters/allFilters';
import type { PassageKind } from './core/passages/passage';
import type { Policy } from './core/twins/placed/policy';
import {
  choice,
  choices,
  flag,
  optionalFraction,
  type SettingKind,
  switches,
  texts,
  wholeNumber,
} from './settingKinds';

/** Which passages are examined; each is the plural of a `PassageKind`. */
export type CheckedKind = 'comments' | 'docs' | 'markdown' | 'text';

/**
 * Everything a user can set, for one resource. Keys are those of `package.json` without `textTwin.`;
 * `settingDeclarations` documents each.
 */
export interface Settings {
  readonly enable: boolean;
  readonly sensitivity: Sensitivity;
  /** A similarity in [0, 1] that overrides `sensitivity`; `null` when not set. */
  readonly threshold: number | null;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly scope: 'file' | 'workspace';
  readonly check: readonly CheckedKind[];
  readonly minWords: number;
  /** Globs relative to the workspace folder. */
  readonly exclude: readonly string[];
  /** Filters of legitimate repetition by name; of those that are not named the sensitivity decides. */
  readonly filters: Readonly<Record<string, boolean>>;
  readonly run: 'onType' | 'onSave' | 'manual';
  /** Bytes. */
  readonly maxFileSize: number;
  readonly 'trace.server': 'off' | 'messages' | 'verbose';
}

/** One setting: its default, its kind, its words for people, and where it may be set. */
export interface SettingDeclaration<T> {
  readonly default: T;
  readonly kind: SettingKind<T>;
  /** Markdown, as shown in the settings editor and in the README. */
  readonly description: string;
  /** VS Code's configuration scope. */
  readonly scope: 'resource' | 'window';
}

/** All settings, declared once: `package.json`, the README and the coercer all follow this table. */
export const settingDeclarations: {
  readonly [K in keyof Settings]: SettingDeclaration<Settings[K]>;
} = {
  enable: {
    default: true,
    kind: flag,
    description: 'Look for text that says the same thing twice.',
    scope: 'resource',
  },
  sensitivity: {
    default: 'balanced',
    kind: choice({
      strict: 'Only what is almost surely the same. Fewest false alarms.',
      balanced: 'Duplicates and clear paraphrases.',
      loose: 'Looser paraphrases as well. Expect some false alarms.',
    }),
    description:
      'How alike two passages must be to be reported, and how much of what is often legitimate is.',
    scope: 'resource',
  },
  threshold: {
    default: null,
    kind: optionalFraction,
    description:
      'The lowest similarity that is reported, from 0 to 1. Overrides `#textTwin.sensitivity#`; `null` leaves the choice to it.',
    scope: 'resource',
  },
  severity: {
    default: 'warning',
    kind: choice({
      error: 'Reported as errors.',
      warning: 'Reported as warnings.',
      information: 'Reported as information.',
      hint: 'Reported as hints: a few dots under the first letters, nothing in Problems.',
    }),
    description: 'How findings are shown.',
    scope: 'resource',
  },
  scope: {
    default: 'workspace',
    kind: choice({
      file: 'Twins are sought inside the same file only.',
      workspace: 'Twins are sought in all files of the workspace.',
    }),
    description: 'Where twins are sought.',
    scope: 'resource',
  },
  check: {
    default: ['comments', 'docs', 'markdown', 'text'],
    kind: choices({
      comments: 'Ordinary comments.',
      docs: 'Documentation comments and docstrings.',
      markdown: 'Paragraphs and list items of Markdown.',
      text: 'Paragraphs of plain text.',
    }),
    description: 'Which passages are examined.',
    scope: 'resource',
  },
  minWords: {
    default: 5,
    kind: wholeNumber(1, 1000),
    description: 'Passages with fewer words are never reported.',
    scope: 'resource',
  },
  exclude: {
    default: [
      '**/{node_modules,bower_components,vendor,third_party,site-packages}/**',
      '**/{.git,.hg,.svn,.venv,venv,.tox,__pycache__}/**',
      '**/{dist,build,out,target,coverage,.next,.nuxt,.cache}/**',
      '**/*.min.*',
      '**/*.{map,snap,lock}',
      '**/{package-lock,npm-shrinkwrap}.json',
      '**/pnpm-lock.yaml',
      '**/{generated,__generated__}/**',
      '**/*.{generated,designer,Designer,g,pb}.*',
      '**/*_pb2*.py',
      '**/{CHANGELOG,Changelog,changelog,CHANGES,HISTORY,RELEASES}{,-*,.md,.txt,.rst}',
      '**/{LICENSE,License,license,LICENCE,Licence,licence,COPYING,NOTICE}{,-*,.md,.txt,.rst}',
      '**/*[-_.]{LICENSE,License,license,LICENCE,Licence,licence}{,.md,.txt,.rst}',
    ],
    kind: texts,
    description:
      'Globs of files that are never read, on top of `.gitignore` and `.texttwinignore`. By default: dependencies, build output, minified and generated files, lock files, changelogs and licences.',
    scope: 'resource',
  },
  filters: {
    default: {},
    kind: switches(ALL_FILTERS),
    description:
      'Filters of legitimate repetition, and rules by which a group is a note and no warning. `"overloads": false` switches one off. All are on, but `short-prose` and the rules are off at the sensitivity `loose`, and `near-documentation`, `brief-texts`, `elsewhere` and `near-texts` are on at `strict` alone; `true` switches them on.',
    scope: 'resource',
  },
  run: {
    default: 'onType',
    kind: choice({
      onType: 'Soon after each edit.',
      onSave: 'When a file is opened or saved.',
      manual: 'Only when **Text Twin: Scan Workspace** is run.',
    }),
    description: 'When files are examined.',
    scope: 'resource',
  },
  maxFileSize: {
    default: 1_048_576,
    kind: wholeNumber(1024, 1_073_741_824),
    description:
      'Files larger than this many bytes are skipped, and the status bar says so. The default, 1 MiB, is far above hand-written text: what is larger is nearly always data or generated.',
    scope: 'resource',
  },
  'trace.server': {
    default: 'off',
    kind: choice({
      off: 'Nothing is logged.',
      messages: 'Messages are logged without their content.',
      verbose: 'Messages are logged with their content.',
    }),
    description: 'Logs the traffic between VS Code and the language server, to find faults.',
    scope: 'window',
  },
};

const keys = Object.keys(settingDeclarations) as (keyof Settings)[];

/** The settings of a user who set nothing. */
export const defaultSettings: Settings = Object.fromEntries(
  keys.map((key) => [key, settingDeclarations[key].default]),
) as unknown as Settings;

/** Settings, and one sentence for each value that was not usable and is replaced. */
export interface CoercedSettings {
  readonly settings: Settings;
  readonly problems: readonly string[];
}

/**
 * Reads settings from any value. Total: a key that is missing, of the wrong kind or out of range takes its
 * value from `base`; `undefined` and `null` mean "nothing set".
 */
export function settingsFrom(value: unknown, base: Settings = defaultSettings): CoercedSettings {
  if (value === undefined || value === null) return { settings: base, problems: [] };
  if (typeof value !== 'object' || Array.isArray(value)) {
    return { settings: base, problems: [`expected an object with settings, got ${show(value)}`] };
  }
  const problems = unknownKeys(value).map((key) => `"${key}" is not a setting; ignored`);
  const entries = keys.map((key) => {
    const given = valueAt(value as Record<string, unknown>, key);
    if (given === undefined) return [key, base[key]];
    const { read, expected } = settingDeclarations[key].kind as SettingKind<unknown>;
    const usable = read(given);
    if (usable !== undefined) return [key, usable];
    problems.push(`"${key}" is ${show(given)}, expected ${expected}; using ${show(base[key])}`);
    return [key, base[key]];
  });
  return { settings: Object.fromEntries(entries) as Settings, problems };
}

const passageKinds: Readonly<Record<CheckedKind, PassageKind>> = {
  comments: 'comment',
  docs: 'doc',
  markdown: 'markdown',
  text: 'text',
};

/** What the core may report under these settings with a model of these thresholds. */
export function policyFrom(settings: Settings, thresholds: SensitivityThresholds): Policy {
  return {
    threshold: settings.threshold ?? thresholds[settings.sensitivity],
    minWords: settings.minWords,
    kinds: new Set(settings.check.map((kind) => passageKinds[kind])),
    scope: settings.scope,
    disabledFilters: disabledFilters(settings.sensitivity, settings.filters),
  };
}

/** The value of a key that may be written `{"trace.server": …}` or `{"trace": {"server": …}}`. */
function valueAt(value: Record<string, unknown>, key: string): unknown {
  if (Object.hasOwn(value, key)) return value[key];
  const dot = key.indexOf('.');
  if (dot < 0) return undefined;
  const section = key.slice(0, dot);
  const inner = Object.hasOwn(value, section) ? value[section] : undefined;
  const isSection = typeof inner === 'object' && inner !== null;
  return isSection ? valueAt(inner as Record<string, unknown>, key.slice(dot + 1)) : undefined;
}

function unknownKeys(value: object): string[] {
  const known = new Set(keys.flatMap((key) => [key, key.split('.')[0]]));
  return Object.keys(value).filter((key) => !known.has(key));
}

function show(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 60 ? `${json.slice(0, 57)}...` : json;
}
