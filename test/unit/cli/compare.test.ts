import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../node/tempFolder';
import { FakeStream, runFake } from './support/runFake';

const pair = (a: string, b: string, rest: object = {}) => `${JSON.stringify({ ...rest, a, b })}\n`;
const lines = (out: string) =>
  out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
const same = { energy: 0, similarity: 1, verdict: 'duplicate' };

describe('compare', () => {
  it.each([
    [['x y', 'x y'], 'duplicate  similarity 1.00  energy 0.000\n'],
    [['x y', 'x y z'], 'near-duplicate  similarity 0.67  energy 0.333\n'],
    [['x y', 'x y', '--format', 'json'], `${JSON.stringify(same)}\n`],
    [['--', '-x', '--y'], 'different  similarity 0.00  energy 1.000\n'],
  ])('answers %j', async (args, expected) => {
    expect(await runFake(['compare', ...args])).toMatchObject({ code: 0, out: expected, err: '' });
  });

  it('reads files', async () => {
    const cwd = await tempFolder({ 'a.md': 'x y', 'b.md': '\ufeffx y' });
    const { out } = await runFake(['compare', '--files', 'a.md', 'b.md'], { cwd });
    expect(out).toMatch(/^duplicate/);
  });

  it.each([
    ['gone.md', /cannot read "gone\.md": no such file or folder \(ENOENT\)/],
    ['folder', /cannot read "folder": it is a folder \(EISDIR\)/],
    ['binary.md', /cannot read "binary\.md": binary/],
    ['latin.md', /cannot read "latin\.md": not valid UTF-8/],
    ['large.md', /cannot read "large\.md": too large: 2 MB, the limit is 1 MB/],
  ])('names the file it cannot read: %s', async (name, expected) => {
    const cwd = await tempFolder({
      'a.md': 'x',
      'folder/': '',
      'binary.md': Uint8Array.of(0),
      'latin.md': Uint8Array.of(0xe4),
      'large.md': 'x'.repeat(2 * 2 ** 20),
    });
    const { code, out, err } = await runFake(['compare', '--files', 'a.md', name], { cwd });
    expect(err).toMatch(expected);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});

describe('compare --pairs', () => {
  it('answers each pair in order, with its id as it came', async () => {
    const stdin = [
      pair('x', 'x', { id: 7 }),
      pair('x', 'y', { id: 'b' }),
      pair('x', 'x', { id: null }),
    ];
    const { code, out } = await runFake(['compare', '--pairs'], { stdin });
    expect(lines(out)).toEqual([
      { id: 7, ...same },
      { id: 'b', energy: 1, similarity: 0, verdict: 'different' },
      { id: null, ...same },
    ]);
    expect(code).toBe(0);
  });

  it.each([
    ['{', /^line 2: not valid JSON/],
    ['[1]', /^line 2: expected an object with "a" and "b"$/],
    ['null', /^line 2: expected an object/],
    ['{"b": "x"}', /^line 2: "a" is not a text$/],
    ['{"a": "x", "b": 3}', /^line 2: "b" is not a text$/],
    [Uint8Array.of(0x22, 0xff, 0x22), /^line 2: not valid UTF-8$/],
  ])('answers a bad line at its place: %s', async (bad, expected) => {
    const stdin = [pair('x', 'x'), bad, '\n', pair('y', 'y')];
    const { code, out, err } = await runFake(['compare', '--pairs', '-'], { stdin });
    expect(lines(out)).toEqual([same, { error: expect.stringMatching(expected) }, same]);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('"-" has lines') });
  });

  it('names a bad line by its id where it has one', async () => {
    const { out } = await runFake(['compare', '--pairs'], { stdin: ['{"id": "q1", "a": "x"}'] });
    expect(lines(out)).toEqual([{ id: 'q1', error: 'line 1: "b" is not a text' }]);
  });

  it('counts blank lines and does not answer them', async () => {
    const stdin = [
      `\ufeff${pair('x', 'x')}`,
      '\n  \r\n',
      pair('x', 'x').replace('\n', '\r\n'),
      '{',
    ];
    const { out } = await runFake(['compare', '--pairs'], { stdin });
    expect(lines(out)).toEqual([same, same, { error: expect.stringMatching(/^line 5: /) }]);
  });

  it('puts together lines that arrive in pieces', async () => {
    const bytes = new TextEncoder().encode(pair('ä€😀', 'ä€😀').repeat(3).trimEnd());
    const stdin = Array.from(bytes, (byte) => Uint8Array.of(byte));
    const { out } = await runFake(['compare', '--pairs'], { stdin });
    expect(lines(out)).toEqual([same, same, same]);
  });

  it('compares in batches as large as what has arrived, within a limit', async () => {
    const stdin = [pair('x', 'x'), pair('x', 'x').repeat(5000)];
    const { out, handle } = await runFake(['compare', '--pairs'], { stdin });
    expect(handle.finder.batches).toEqual([1, 2048, 2048, 904]);
    expect(lines(out)).toHaveLength(5001);
  });

  it('answers nothing to no pairs', async () => {
    expect(await runFake(['compare', '--pairs'])).toMatchObject({ code: 0, out: '', err: '' });
  });

  it('reads files, gzipped or not', async () => {
    const text = pair('x', 'x').repeat(3);
    const cwd = await tempFolder({ 'a.jsonl': text, 'b.jsonl.gz': gzipSync(text) });
    for (const name of ['a.jsonl', 'b.jsonl.gz']) {
      const { code, out } = await runFake(['compare', '--pairs', name], { cwd });
      expect({ code, count: lines(out).length }).toEqual({ code: 0, count: 3 });
    }
  });

  it.each([
    ['gone.jsonl', /cannot read "gone\.jsonl": no such file or folder \(ENOENT\)/],
    ['folder', /cannot read "folder": it is a folder \(EISDIR\)/],
    ['cut.gz', /cannot read "cut\.gz": its gzip data is damaged/],
    ['flipped.gz', /cannot read "flipped\.gz": its gzip data is damaged/],
  ])('names the file it cannot read: %s', async (name, expected) => {
    const packed = gzipSync(pair('x', 'x').repeat(3));
    const flipped = Uint8Array.from(packed, (byte, i) => (i === 12 ? byte ^ 0xff : byte));
    const cwd = await tempFolder({
      'folder/': '',
      'cut.gz': packed.subarray(0, packed.length - 9),
      'flipped.gz': flipped,
    });
    const { code, err } = await runFake(['compare', '--pairs', name], { cwd });
    expect(err).toMatch(expected);
    expect(code).toBe(2);
  });

  it('stops when the reader has gone', async () => {
    const stdout = new FakeStream();
    stdout.closed = true;
    const { code, handle } = await runFake(['compare', '--pairs'], {
      stdout,
      stdin: [pair('x', 'x')],
    });
    expect({ code, batches: handle.finder.batches }).toEqual({ code: 0, batches: [] });
  });
});
