import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { runBuilt } from './runBuilt';

interface Place {
  readonly path: string;
  readonly line: number;
}

/** A pair that was written into the sample on purpose. */
interface PlantedPair {
  readonly id: string;
  readonly planted: 'exact' | 'light-edit' | 'paraphrase' | 'innocent';
  readonly a: Place;
  readonly b: Place;
}

interface Group {
  readonly members: readonly { path: string; startLine: number; endLine: number; text: string }[];
}

const planted = JSON.parse(
  readFileSync('test/fixtures/sample.twins.json', 'utf8'),
) as PlantedPair[];
let groups: readonly Group[] = [];

beforeAll(async () => {
  const { out } = await runBuilt(['scan', 'test/fixtures/sample', '--format', 'json']);
  ({ groups } = JSON.parse(out) as { groups: Group[] });
});

const holds = ({ members }: Group, { path, line }: Place) =>
  members.some((m) => m.path === path && m.startLine <= line && line <= m.endLine);
const found = ({ a, b }: PlantedPair) => groups.some((group) => holds(group, a) && holds(group, b));
const ofKind = (kind: PlantedPair['planted']) => planted.filter((pair) => pair.planted === kind);

describe('a scan of the sample workspace with the shipped model', () => {
  it('finds every exact copy', () => {
    expect(ofKind('exact').filter((pair) => !found(pair))).toEqual([]);
  });

  it('finds most light edits', () => {
    const edits = ofKind('light-edit');
    expect(edits.filter(found).length / edits.length).toBeGreaterThan(0.6);
  });

  it('finds paraphrases', () => {
    expect(ofKind('paraphrase').filter(found).length).toBeGreaterThan(0);
  });

  it('reports no look-alike that is innocent', () => {
    expect(ofKind('innocent').filter(found)).toEqual([]);
  });

  it('reports nothing else', () => {
    const expected = planted.filter((pair) => pair.planted !== 'innocent');
    const unplanned = groups.filter(
      (group) => !expected.some((pair) => holds(group, pair.a) && holds(group, pair.b)),
    );
    expect(unplanned.map(({ members }) => members.map(({ text }) => text))).toEqual([]);
  });
});
