import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import packageJson from '../../../package.json';
import { NOTE_RULES } from '../../../server/src/core/filters/groups/notes';
import {
  defaultSettings,
  policyFrom,
  type Settings,
  settingDeclarations,
  settingsFrom,
} from '../../../server/src/settings';
import {
  contributedProperties,
  renderSettingsTable,
} from '../../../server/src/settingsContribution';

const keys = Object.keys(settingDeclarations) as (keyof Settings)[];

describe('settingsFrom', () => {
  const check = (given: unknown, expected: Partial<Settings>, problems: readonly string[] = []) =>
    expect(settingsFrom(given)).toEqual({
      settings: { ...defaultSettings, ...expected },
      problems,
    });

  it('takes what is usable', () => {
    check(undefined, {});
    check(null, {});
    check({}, {});
    check({ threshold: 0.5, check: ['docs', 'docs'] }, { threshold: 0.5, check: ['docs'] });
    check({ 'trace.server': 'verbose' }, { 'trace.server': 'verbose' });
    check({ trace: { server: 'messages' } }, { 'trace.server': 'messages' });
    check({ exclude: [] }, { exclude: [] });
  });

  it('names what is not, and uses the default', () => {
    check({ severity: 'loud' }, {}, [
      '"severity" is "loud", expected one of error, warning, information, hint; using "warning"',
    ]);
    check({ threshold: 1.5 }, {}, [
      '"threshold" is 1.5, expected a number from 0 to 1, or null; using null',
    ]);
    check({ minWords: 2.5, scope: 'file' }, { scope: 'file' }, [
      '"minWords" is 2.5, expected a whole number from 1 to 1000; using 5',
    ]);
    check({ check: ['comments', 'code'] }, {}, [expect.stringContaining('"check" is')]);
    check({ colour: 1 }, {}, ['"colour" is not a setting; ignored']);
    check([1], {}, ['expected an object with settings, got [1]']);
    check('loose', {}, ['expected an object with settings, got "loose"']);
  });

  it('falls back to the base it is given', () => {
    const base = { ...defaultSettings, minWords: 9 };
    expect(settingsFrom({ minWords: 'x' }, base).settings.minWords).toBe(9);
  });

  it('is total, and what it makes of anything it takes back without a word', () => {
    const values = fc.dictionary(fc.constantFrom(...keys, 'trace', 'other'), fc.anything());
    fc.assert(
      fc.property(fc.oneof(fc.anything(), values), (given) => {
        const { settings } = settingsFrom(given);
        expect(Object.keys(settings)).toEqual(keys);
        expect(settingsFrom(settings)).toEqual({ settings, problems: [] });
      }),
    );
  });
});

describe('policyFrom', () => {
  const thresholds = { strict: 0.9, balanced: 0.7, loose: 0.5 };
  const check = (settings: Partial<Settings>, expected: object) =>
    expect(policyFrom({ ...defaultSettings, ...settings }, thresholds)).toMatchObject(expected);

  it('takes the threshold of the sensitivity unless one is set', () => {
    check({}, { threshold: 0.7, minWords: 5, scope: 'workspace' });
    check({ sensitivity: 'strict' }, { threshold: 0.9 });
    check({ sensitivity: 'strict', threshold: 0 }, { threshold: 0 });
  });

  it.each([
    [
      'loose',
      [
        'near-documentation',
        'short-prose',
        'pattern',
        ...NOTE_RULES.map(({ name }) => name),
        'copied-file',
      ],
    ],
    ['balanced', ['near-documentation', 'brief-texts', 'elsewhere', 'near-texts']],
    ['strict', []],
  ] as const)('at %s leaves to other sensitivities %j', (sensitivity, off) => {
    check({ sensitivity }, { disabledFilters: new Set(off) });
    const filters = { 'short-prose': true, overloads: false };
    const left = off.filter((name) => name !== 'short-prose');
    check({ sensitivity, filters }, { disabledFilters: new Set(['overloads', ...left]) });
  });

  it('names passages in the singular', () => {
    check({ check: ['comments', 'text'] }, { kinds: new Set(['comment', 'text']) });
  });
});

describe('what users read', () => {
  it('package.json contributes the declared settings', () => {
    expect(packageJson.contributes.configuration.properties).toEqual(contributedProperties());
  });

  it('defaults are values that the settings take', () => {
    for (const key of keys) {
      const { kind, default: value } = settingDeclarations[key];
      expect(kind.read(value), key).toEqual(value);
    }
  });

  it('the README table has a row for each setting', () => {
    const rows = renderSettingsTable().trimEnd().split('\n');
    expect(rows).toHaveLength(keys.length + 2);
    expect(rows[2]).toBe(
      '| `textTwin.enable` | `true` | true or false | Look for text that says the same thing twice. |',
    );
    for (const row of rows) expect(row.match(/\|/g)).toHaveLength(5);
  });
});
