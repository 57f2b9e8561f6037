import { describe, expect, it } from 'vitest';
import { extractPassages } from '../../../server/src/core/passages/extract';
import { languageById, languageOf, readAlso } from '../../../server/src/core/passages/languages';
import { readConfiguredLanguages } from '../../../server/src/lsp/configuredLanguages';

const tide = {
  id: 'tide',
  extensions: ['.Tide', '.svg', 'tide', '../tide'],
  filenames: ['Tidefile', 'a/b'],
  lineComment: '%%',
  blockComment: ['(*', '*)'],
};

describe('languages that a client tells', () => {
  it('have the names and comments that are well formed', () => {
    const [read, ...more] = readConfiguredLanguages([tide]);
    expect(more).toEqual([]);
    expect(read).toMatchObject({ id: 'tide', extensions: ['.tide'], names: ['tidefile'] });
  });

  it.each([
    ['nothing', undefined],
    ['no list', 'tide'],
    ['no objects', [null, 3, 'tide']],
    ['no id', [{ ...tide, id: undefined }]],
    ['a path for an id', [{ ...tide, id: '../tide' }]],
    ['no comments', [{ id: 'tide', extensions: ['.tide'] }]],
    ['half a comment', [{ ...tide, lineComment: '', blockComment: ['(*'] }]],
    ['comments of several lines', [{ ...tide, lineComment: 'a\nb', blockComment: [1, 2] }]],
  ])('are none of %s', (_, given) => {
    expect(readConfiguredLanguages(given)).toEqual([]);
  });

  it('are read from then on, and those that are known stay as they are', () => {
    const typescript = languageById('typescript');
    expect(languageOf('bay.tide')).toBeUndefined();
    readAlso(readConfiguredLanguages([tide, { ...tide, id: 'typescript', extensions: ['.ts'] }]));
    expect([languageOf('bay.tide'), languageOf('Tidefile')]).toEqual(['tide', 'tide']);
    expect([languageById('typescript'), languageOf('a.ts')]).toEqual([typescript, 'typescript']);
    const source = 'turn %% The gate opens at high water.\n(* It closes when the water falls. *)\n';
    expect(extractPassages(source, 'tide').passages.map(({ text }) => text)).toEqual([
      'The gate opens at high water.',
      'It closes when the water falls.',
    ]);
  });
});
