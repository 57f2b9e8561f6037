import { describe, expect, it } from 'vitest';
import { extractPassages } from '../../../server/src/core/passages/extract';
import { languageById, languageOf } from '../../../server/src/core/passages/languages';
import { LANGUAGES } from '../../../server/src/core/passages/languageTable';

describe('languageOf', () => {
  it.each([
    ['src/a.ts', 'typescript'],
    ['a.d.ts', 'typescript'],
    ['A.TSX', 'typescriptreact'],
    ['file:///x/y/a.mjs', 'javascript'],
    ['C:\\src\\a.PY', 'python'],
    ['a/Dockerfile', 'dockerfile'],
    ['Makefile', 'makefile'],
    ['.bashrc', 'shellscript'],
    ['Gemfile', 'ruby'],
    ['README.md', 'markdown'],
    ['notes.txt', 'plaintext'],
    ['a.hpp', 'cpp'],
    ['a.yml', 'yaml'],
    ['.ts', 'typescript'],
    ['a.TF', 'terraform'],
    ['lib/A.pm', 'perl'],
    ['a.mli', 'ocaml.interface'],
    ['rebar.config', 'erlang'],
    ['a.ipynb', 'jupyter'],
    ['a.vue', 'vue'],
    ['a.rst', 'restructuredtext'],
    ['a.png', undefined],
    ['a.ts.bak', undefined],
    ['src.ts/a', undefined],
    ['', undefined],
  ])('%j is %s', (path, expected) => {
    expect(languageOf(path)).toBe(expected);
  });
});

describe('the table', () => {
  it('names each language, extension and file name once, in lower case', () => {
    const ids = LANGUAGES.map(({ id }) => id);
    const names = LANGUAGES.flatMap(({ extensions, names = [] }) => [...extensions, ...names]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name !== name.toLowerCase())).toEqual([]);
    expect(ids.every((id) => languageById(id)?.id === id)).toBe(true);
  });

  it('reads nothing of a language it does not know', () => {
    expect(extractPassages('// Some remark.', 'brainfuck')).toEqual({ passages: [], silenced: [] });
  });
});
