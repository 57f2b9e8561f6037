import fc from 'fast-check';
import picomatch from 'picomatch';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../server/src/node/files/decodeText';
import { explainFileError } from '../../../../server/src/node/files/fileErrors';
import { compileGlobs } from '../../../../server/src/node/files/globs';
import { explainMinified } from '../../../../server/src/node/files/minified';
import { describeSize } from '../../../../server/src/node/files/sizes';
import { defaultSettings } from '../../../../server/src/settings';

describe('decodeText', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  it.each([
    ['UTF-8', bytes('ä'), { text: 'ä' }],
    ['an empty file', bytes(''), { text: '' }],
    ['a UTF-8 mark', bytes('\ufeffa'), { text: 'a' }],
    ['UTF-16, little end first', Uint8Array.of(0xff, 0xfe, 0x61, 0), { text: 'a' }],
    ['UTF-16, big end first', Uint8Array.of(0xfe, 0xff, 0, 0x61), { text: 'a' }],
    [
      'half a UTF-16 unit',
      Uint8Array.of(0xfe, 0xff, 0),
      { skipped: expect.stringMatching(/UTF-16/) },
    ],
    ['a NUL', Uint8Array.of(0x61, 0), { skipped: 'binary' }],
    ['Latin-1', Uint8Array.of(0xe4, 0x61), { skipped: expect.stringMatching(/^not valid UTF-8/) }],
  ])('reads %s', (_, input, expected) => {
    expect(decodeText(input)).toEqual(expected);
  });
});

describe('compileGlobs', () => {
  it.each([
    ['*.md', 'a.md', true],
    ['*.md', 'docs/a.md', true],
    ['docs', 'docs/a/b.md', true],
    ['docs/', 'x/docs/b.md', true],
    ['/docs/*.md', 'docs/a.md', true],
    ['./docs/*.md', 'x/docs/a.md', false],
    ['docs/*.md', 'docs/a/b.md', false],
    ['docs/a', 'docs/a/b.md', true],
    ['**/node_modules/**', 'node_modules', true],
    ['**/{dist,out}/**', 'a/out/b.js', true],
    ['.hidden', 'a/.hidden/b.md', true],
    ['[', 'a.md', false],
  ])('%s matches %s: %s', (glob, path, expected) => {
    expect(compileGlobs([glob])?.(path)).toBe(expected);
  });

  it('says of names what picomatch says of whole paths', () => {
    const globs = [...defaultSettings.exclude, '.*', 'a?', '!x', '**/[ab]*', '**/{a,b}c/**'];
    const matches = compileGlobs(globs);
    // As people write them: a folder's name covers what is in it.
    const whole = globs.flatMap((glob) => {
      const anchored = glob.includes('/') ? glob : `**/${glob}`;
      return anchored.endsWith('/**') ? [anchored] : [anchored, `${anchored}/**`];
    });
    const expected = picomatch(whole, { dot: true });
    const name = fc.oneof(
      fc.constantFrom(
        'out',
        '.git',
        'x.min.js',
        'LICENSE',
        'a.lock',
        'ac',
        'src',
        'x',
        '!x',
        '..a',
      ),
      fc.string({ unit: fc.constantFrom('a', 'b', '.', '-', ' ', 'x', '!'), minLength: 1 }),
    );
    const isRelative = (path: string) => !/(?:^|\/)\.{1,2}(?:\/|$)/.test(path);
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
    fc.assert(
      fc.property(fc.array(path.filter(isRelative), { maxLength: 6 }), (paths) => {
        for (const some of paths) expect([some, matches?.(some)]).toEqual([some, expected(some)]);
      }),
      { numRuns: 500 },
    );
  });

  it('is nothing when there is nothing to match', () => {
    expect(compileGlobs([])).toBeUndefined();
    expect(compileGlobs(['', ' ./ '])).toBeUndefined();
  });
});

describe('explainMinified', () => {
  const long = 'a '.repeat(3000);
  it.each([
    ['one long line of code', long, 'javascript', true],
    ['one long line of prose', long, 'markdown', false],
    ['short code', 'a'.repeat(1000), 'javascript', false],
    ['a long line among many', `${'// note\n'.repeat(400)}${long}`, 'javascript', false],
  ])('judges %s', (_, text, languageId, expected) => {
    expect(explainMinified(text, languageId) !== undefined).toBe(expected);
  });
});

describe('words for people', () => {
  it.each([
    [0, '0 bytes'],
    [1023, '1023 bytes'],
    [1536, '1.5 KB'],
    [50 * 1024 * 1024, '50 MB'],
    [5000 * 1024 ** 3, '5000 GB'],
  ])('writes %d bytes', (bytes, expected) => {
    expect(describeSize(bytes)).toBe(expected);
  });

  it.each([
    [{ code: 'EACCES' }, 'permission denied (EACCES)'],
    [{ code: 'EWEIRD' }, 'EWEIRD'],
    [new Error('odd'), 'odd'],
    ['text', 'text'],
    [undefined, 'undefined'],
  ])('explains %s', (error, expected) => {
    expect(explainFileError(error)).toBe(expected);
  });
});
