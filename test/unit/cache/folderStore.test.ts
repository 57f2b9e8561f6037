import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CachedEncoder } from '../../../server/src/core/embeddings/cache/cachedEncoder';
import type { Encoder } from '../../../server/src/core/embeddings/encoder';
import { createTwinFinder } from '../../../server/src/core/twins/createTwinFinder';
import type { TwinGroup } from '../../../server/src/core/twins/twin';
import { keysOf } from '../../../server/src/node/cache/keysOf';
import { BagOfWordsEncoder } from '../../support/bagOfWordsEncoder';
import { allPassages, bagOfWordsScoring } from '../../support/bagOfWordsFinder';
import { tempFolder } from '../node/tempFolder';
import { bytesOf, embedThrough, filesIn, makeTexts, openStore } from './support';

/** The groups of twins among texts, each a comment. */
async function groupsOf(encoder: Encoder, texts: readonly string[]): Promise<readonly TwinGroup[]> {
  const finder = createTwinFinder(encoder, bagOfWordsScoring);
  const text = texts.map((prose) => `// ${prose}\ncode();\n`).join('');
  finder.setDocument({ uri: 'all.ts', languageId: 'typescript', text, policy: allPassages });
  await finder.settle();
  return finder.groups();
}

const sizeOf = async (folder: string) => {
  const sizes = (await filesIn(folder)).map(async (path) => (await stat(path)).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
};

describe('a cache folder', () => {
  it('keeps embeddings bit by bit for the next start', async () => {
    const folder = await tempFolder({});
    const texts = makeTexts(1000);
    const cold = await embedThrough(folder, texts);
    const warm = await embedThrough(folder, texts);
    expect([cold.embedded, warm.embedded]).toEqual([1000, 0]);
    expect(bytesOf(warm.embeddings)).toBe(bytesOf(cold.embeddings));
  });

  it('knows texts by their normal form, whatever else was embedded with them', async () => {
    const folder = await tempFolder({});
    await embedThrough(folder, makeTexts(300));
    const others = [
      'opens   the LIST of q, and reads it',
      'Something else.',
      makeTexts(7)[6] ?? '',
    ];
    const { embedded, embeddings } = await embedThrough(folder, others);
    expect(embedded).toBe(1);
    expect(bytesOf(embeddings)).toBe(bytesOf(await new BagOfWordsEncoder().encode(others)));
  });

  it('finds the same twins with and without it', async () => {
    const sentences = [
      'Retries a failed request up to three times before giving up.',
      'Retries a failed request up to three times, then gives up.',
      'Closes the connection and releases what it holds.',
      'closes the connection, and releases what it holds',
    ];
    const texts = [...makeTexts(40), ...sentences];
    const folder = await tempFolder({});
    const expected = await groupsOf(new BagOfWordsEncoder(), texts);
    expect(expected.length).toBeGreaterThan(0);
    for (const _ of ['cold', 'warm']) {
      const store = await openStore(folder);
      const encoder = new CachedEncoder(new BagOfWordsEncoder(), store, keysOf);
      expect(await groupsOf(encoder, texts)).toEqual(expected);
      await encoder.dispose();
    }
  });

  it('is never met by another model', async () => {
    const folder = await tempFolder({});
    await embedThrough(folder, makeTexts(10));
    const origins = [
      { model: { id: 'bag-of-words', sha256: '1'.repeat(64) }, dimensions: 64 },
      { model: { id: 'other', sha256: '0'.repeat(64) }, dimensions: 64 },
      { model: new BagOfWordsEncoder().model, dimensions: 32 },
    ];
    for (const origin of origins) {
      const store = await openStore(folder, { origin });
      const keys = keysOf(makeTexts(10).map((text) => text.toLowerCase().slice(0, -1)));
      expect(await store.read(keys)).toEqual(new Array(10).fill(undefined));
      await store.dispose();
    }
    expect((await embedThrough(folder, makeTexts(10))).embedded).toBe(0);
  });

  it('is read where a client has a folder of its own as well', async () => {
    const [shared, own] = [await tempFolder({}), await tempFolder({})];
    await embedThrough(shared, makeTexts(10));
    const { embedded } = await embedThrough(own, makeTexts(20), { alsoRead: [shared] });
    expect(embedded).toBe(10);
    expect((await embedThrough(own, makeTexts(20))).embedded).toBe(10);
  });

  it('merges the small files of many sessions, each text once', async () => {
    const folder = await tempFolder({});
    for (let i = 1; i <= 8; i++) await embedThrough(folder, makeTexts(25 * i));
    // A file that its process never sealed, and a day old.
    const [first = ''] = await filesIn(folder);
    const old = new Date(Date.now() - 48 * 3600 * 1000);
    await writeFile(
      first
        .replace(/^(.*-)[0-9a-f]{12}/, '$1aaaaaaaaaaaa.')
        .replace(/\.+embeddings$/, '.embeddings.open'),
      await readFile(first),
    );
    await utimes(join((await filesIn(folder)).find((f) => f.endsWith('.open')) ?? ''), old, old);
    const before = await filesIn(folder);
    expect((await embedThrough(folder, makeTexts(200))).embedded).toBe(0);
    const after = await filesIn(folder);
    expect([before.length, after.length]).toEqual([9, 1]);
    expect(await sizeOf(folder)).toBeLessThan(112 + 200 * (4 * 64 + 20) + 9 * 16);
    expect((await embedThrough(folder, makeTexts(200))).embedded).toBe(0);
  });

  it('stays within its bound and drops what was not asked for the longest', async () => {
    const folder = await tempFolder({});
    const limits = { folderBytes: 400_000, segmentBytes: 100_000, smallSegments: 8 };
    // 300 texts take 83 KB each time.
    for (const [age, subject] of [
      [4, 'list'],
      [3, 'file'],
      [2, 'socket'],
    ] as const) {
      await embedThrough(folder, makeTexts(300, subject), { limits });
      const at = new Date(Date.now() - age * 3600 * 1000);
      await utimes((await filesIn(folder)).at(-1) ?? '', at, at);
    }
    // Asked for: the oldest is now the most recently used.
    expect((await embedThrough(folder, makeTexts(300, 'list'), { limits })).embedded).toBe(0);
    for (const subject of ['queue', 'stream']) {
      await embedThrough(folder, makeTexts(300, subject), { limits });
      expect(await sizeOf(folder)).toBeLessThanOrEqual(limits.folderBytes);
    }
    expect((await embedThrough(folder, makeTexts(300, 'list'), { limits })).embedded).toBe(0);
    expect((await embedThrough(folder, makeTexts(300, 'file'), { limits })).embedded).toBe(300);
  });

  it('keeps the part of a workspace that fits rather than none of it', async () => {
    const folder = await tempFolder({});
    const limits = { folderBytes: 300_000, segmentBytes: 100_000, smallSegments: 8 };
    const texts = makeTexts(3000);
    // In chunks, as the finder asks.
    const scan = async () => {
      const plain = new BagOfWordsEncoder();
      const encoder = new CachedEncoder(plain, await openStore(folder, { limits }), keysOf);
      for (let i = 0; i < texts.length; i += 300) await encoder.encode(texts.slice(i, i + 300));
      await encoder.dispose();
      return plain.embedded.length;
    };
    expect(await scan()).toBe(3000);
    expect(await sizeOf(folder)).toBeLessThanOrEqual(limits.folderBytes);
    expect(await scan()).toBe(2100);
    expect(await scan()).toBe(2100);
  });

  it('leaves files of others alone', async () => {
    const folder = await tempFolder({ 'notes.txt': 'x'.repeat(5000), 'abc.embeddings': 'y' });
    const limits = { folderBytes: 100, segmentBytes: 50, smallSegments: 0 };
    await embedThrough(folder, makeTexts(300), { limits });
    expect(await readFile(join(folder, 'notes.txt'), 'utf8')).toHaveLength(5000);
    expect(await readFile(join(folder, 'abc.embeddings'), 'utf8')).toBe('y');
  });

  it('that cannot be written is told once and the work goes on', async () => {
    const place = await tempFolder({ file: 'not a folder' });
    const warnings: string[] = [];
    const options = { warn: (message: string) => void warnings.push(message) };
    const texts = makeTexts(600);
    const { embeddings } = await embedThrough(join(place, 'file', 'cache'), texts, options);
    expect(bytesOf(embeddings)).toBe(bytesOf(await new BagOfWordsEncoder().encode(texts)));
    expect(warnings).toEqual([
      `Embeddings are not kept for the next start: ${join(place, 'file', 'cache')}: a part of its path is not a folder (ENOTDIR). All else goes on.`,
    ]);
  });

  it('that vanishes while it is used is no error', async () => {
    const folder = join(await tempFolder({}), 'cache');
    const warnings: string[] = [];
    const store = await openStore(folder, { warn: (message) => void warnings.push(message) });
    const encoder = new CachedEncoder(new BagOfWordsEncoder(), store, keysOf);
    await encoder.encode(makeTexts(300));
    await expect.poll(() => filesIn(folder)).toHaveLength(1);
    await rm(folder, { recursive: true });
    expect(await encoder.encode(makeTexts(300, 'file'))).toHaveLength(300);
    await encoder.dispose();
    expect(warnings.length).toBeLessThanOrEqual(1);
  });
});

/** One thing that happens to the bytes of a file. */
type Damage = (bytes: Uint8Array) => Uint8Array;

const place = fc.double({ min: 0, max: 0.999999, noNaN: true });
const damage: fc.Arbitrary<Damage> = fc.oneof(
  place.map((at) => (bytes: Uint8Array) => bytes.subarray(0, Math.floor(at * bytes.length))),
  fc.tuple(place, fc.nat(7)).map(([at, bit]) => (bytes: Uint8Array) => {
    const flipped = bytes.slice();
    const i = Math.floor(at * bytes.length);
    flipped[i] = (flipped[i] ?? 0) ^ (1 << bit);
    return flipped;
  }),
  fc
    .tuple(place, fc.uint8Array({ minLength: 1, maxLength: 600 }))
    .map(([at, noise]) => (bytes: Uint8Array) => {
      const written = bytes.slice();
      written.set(
        noise.subarray(0, bytes.length - Math.floor(at * bytes.length)),
        Math.floor(at * bytes.length),
      );
      return written;
    }),
  fc
    .uint8Array({ maxLength: 600 })
    .map((noise) => (bytes: Uint8Array) => Buffer.concat([bytes, noise])),
);

describe('a damaged cache', () => {
  it('changes no embedding, throws nothing and is whole again after the next run', async () => {
    const texts = makeTexts(60);
    const expected = bytesOf(await new BagOfWordsEncoder().encode(texts));
    const original = await tempFolder({});
    await embedThrough(original, texts);
    const [file = ''] = await filesIn(original);
    const bytes = await readFile(file);
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), async (damages) => {
        await writeFile(
          file,
          damages.reduce<Uint8Array>((now, change) => change(now), bytes),
        );
        expect(bytesOf((await embedThrough(original, texts)).embeddings)).toBe(expected);
        const { embedded, embeddings } = await embedThrough(original, texts);
        expect([embedded, bytesOf(embeddings)]).toEqual([0, expected]);
        for (const path of await filesIn(original)) await rm(path);
      }),
      { numRuns: 60 },
    );
  });

  it('is read as far as it is whole', async () => {
    const folder = await tempFolder({});
    const texts = makeTexts(600);
    for (let i = 0; i < 600; i += 300) await embedThrough(folder, texts.slice(i, i + 300));
    const [file = ''] = await filesIn(folder);
    const bytes = await readFile(file);
    await writeFile(file, bytes.subarray(0, bytes.length - 1));
    expect((await embedThrough(folder, texts)).embedded).toBe(300);
  });
});
