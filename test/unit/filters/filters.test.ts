import { describe, expect, it } from 'vitest';
import { FILTERS } from '../../../server/src/core/filters';
import { extractPassages } from '../../../server/src/core/passages/extract';

describe('the list of filters', () => {
  it('names each once and says why', () => {
    const names = FILTERS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => /^[a-z]+(?:-[a-z]+)*$/.test(name))).toBe(true);
    expect(FILTERS.every(({ reason }) => /^[A-Z].*\.$/.test(reason))).toBe(true);
  });
});

describe('extractPassages', () => {
  it('names what silenced each passage and keeps the order', () => {
    const source = [
      '// Copyright 2024 Example Ltd.',
      '',
      '// A remark that stays in the file.',
      '',
      '// foo(bar);',
      '',
      '// text-twin-ignore-next',
      '',
      '// A remark that goes.',
    ].join('\n');
    const { passages, silenced } = extractPassages(source, 'typescript');
    expect(passages.map(({ text }) => text)).toEqual(['A remark that stays in the file.']);
    expect(silenced.map(({ silencedBy }) => silencedBy)).toEqual([
      'licence',
      'commented-out-code',
      'ignore-directive',
      'ignore-directive',
    ]);
  });

  it('a generated file is silenced whole, notices and directives under their own names', () => {
    const source =
      '// Copyright 2024 X Ltd.\n\n// @generated\n\n/** Some text of it. */\n// f(x);\n';
    const { passages, silenced } = extractPassages(source, 'typescript');
    expect(passages).toEqual([]);
    expect(silenced.map(({ silencedBy }) => silencedBy)).toEqual([
      'licence',
      'generated',
      'generated',
      'generated',
    ]);
  });

  it('a mark of generation further down says nothing about the file', () => {
    const source = `${'// A remark of five words.\n\n'.repeat(6)}// @generated\n`;
    expect(extractPassages(source, 'typescript').silenced).toEqual([]);
  });
});
