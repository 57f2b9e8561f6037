import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../server/src/settings';
import { withIgnoredGroup, workspaceSettingsFrom } from '../../../server/src/workspaceSettings';

describe('workspaceSettingsFrom', () => {
  it('reads settings and ignored groups', () => {
    const text = '\uFEFF{ "$schema": "x", "scope": "file", "ignoredGroups": ["a", "b"] }';
    expect(workspaceSettingsFrom(text)).toEqual({
      settings: { ...defaultSettings, scope: 'file' },
      ignoredGroups: new Set(['a', 'b']),
      problems: [],
    });
  });

  it('names what is unusable', () => {
    const problemsOf = (text: string) => workspaceSettingsFrom(text).problems;
    expect(problemsOf('{')).toEqual([expect.stringMatching(/^not valid JSON \(.*\); ignored$/)]);
    expect(problemsOf('[]')).toEqual(['expected an object with settings; ignored']);
    expect(problemsOf('{"ignoredGroups": [1]}')).toEqual([
      '"ignoredGroups" is not a list of fingerprints; ignored',
    ]);
    expect(problemsOf('{"scpe": "file"}')).toEqual(['"scpe" is not a setting; ignored']);
    expect(problemsOf('')).toEqual([]);
  });

  it('is total', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(workspaceSettingsFrom(text).settings).toHaveProperty('enable');
      }),
    );
  });
});

describe('withIgnoredGroup', () => {
  it('adds a group once and keeps the rest', () => {
    expect(withIgnoredGroup(undefined, 'x')).toBe('{\n  "ignoredGroups": [\n    "x"\n  ]\n}\n');
    const text = withIgnoredGroup('{"minWords": 3, "ignoredGroups": ["y", "x"]}', 'x');
    expect(JSON.parse(text ?? '')).toEqual({ minWords: 3, ignoredGroups: ['x', 'y'] });
    expect(withIgnoredGroup('{', 'x')).toBeUndefined();
    expect(withIgnoredGroup('[]', 'x')).toBeUndefined();
  });
});
