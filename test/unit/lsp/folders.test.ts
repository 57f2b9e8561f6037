import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Folders } from '../../../server/src/lsp/folders';
import { isInside, keyOf } from '../../../server/src/lsp/uris';

describe('keyOf', () => {
  it('gives one spelling to one file', () => {
    expect(keyOf('file:///a b/c.md')).toBe(keyOf('file:///a%20b/c.md'));
    expect(keyOf('file:///C:/x.md')).toBe(keyOf('file:///c%3A/x.md'));
    expect(keyOf('untitled:Untitled-1')).toBe('untitled:Untitled-1');
  });

  it('takes any text, and its own answers unchanged', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl()), (uri) => {
        expect(keyOf(keyOf(uri))).toBe(keyOf(uri));
      }),
    );
  });
});

describe('isInside', () => {
  it('goes by whole path segments', () => {
    expect(isInside('file:///a', 'file:///a/b')).toBe(true);
    expect(isInside('file:///a', 'file:///a')).toBe(true);
    expect(isInside('file:///a', 'file:///ab')).toBe(false);
  });
});

describe('Folders', () => {
  const one = { uri: 'file:///space/one', name: 'one' };
  const inner = { uri: 'file:///space/one/inner/', name: 'inner' };

  it('finds the innermost folder', () => {
    const folders = new Folders([one, inner]);
    expect(folders.folderOf('file:///space/one/a.md')).toBe('file:///space/one');
    expect(folders.folderOf('file:///space/one/inner/a.md')).toBe('file:///space/one/inner');
    expect(folders.folderOf('untitled:Untitled-1')).toBeUndefined();
  });

  it('names documents from their folder, or in full', () => {
    const folders = new Folders([one]);
    expect(folders.label('file:///space/one/docs/a%20b.md')).toBe('docs/a b.md');
    expect(folders.label('file:///elsewhere/c.md')).toBe('/elsewhere/c.md');
    expect(folders.label('untitled:Untitled-1')).toBe('Untitled-1');
    folders.change([inner], []);
    expect(folders.label('file:///space/one/a.md')).toBe('one/a.md');
    folders.change([], [one]);
    expect(folders.label('file:///space/one/inner/a.md')).toBe('a.md');
  });
});
