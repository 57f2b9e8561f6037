import { describe, expect, it } from 'vitest';
import { bagOfWordsFinder } from '../../support/bagOfWordsFinder';
import { tempFolder } from '../node/tempFolder';
import { fakeHandle } from './support/fakeFinder';
import { runFake } from './support/runFake';

const files = { 'a.md': 'x y z\nq', 'docs/b.md': 'x y', 'docs/c.md': 'x' };

describe('similar', () => {
  it('prints the nearest passages', async () => {
    const cwd = await tempFolder(files);
    expect(await runFake(['similar', 'x y', '--top', '2'], { cwd })).toMatchObject({
      code: 0,
      out: '  docs/b.md:1  comment   1.00  x y\n  a.md:1       comment   0.67  x y z\n',
      err: '',
    });
  });

  it('looks where it is told', async () => {
    const cwd = await tempFolder(files);
    const args = ['similar', 'x y', 'docs', '--exclude', 'c.md', '--format', 'json'];
    const { out } = await runFake(args, { cwd });
    expect(JSON.parse(out)).toEqual([
      {
        path: 'b.md',
        startLine: 1,
        endLine: 1,
        kind: 'comment',
        text: 'x y',
        similarity: 1,
        energy: 0,
      },
    ]);
  });

  it('says in what a near passage differs', async () => {
    const cwd = await tempFolder({ 'a.md': 'Sorts all the rows in ascending order.\n' });
    const text = 'Sorts all the rows in descending order.';
    const createFinder = async () => ({ ...fakeHandle(), finder: bagOfWordsFinder() });
    const args = ['similar', text, '--format', 'json'];
    const [found] = JSON.parse((await runFake(args, { cwd, createFinder })).out);
    expect(found).toMatchObject({ path: 'a.md', differsIn: 'descending → ascending' });
    const { out } = await runFake(['similar', text], { cwd, createFinder });
    expect(out).toContain('  differs in: descending → ascending  Sorts all the rows');
  });

  it('says when there is nothing', async () => {
    const { code, out } = await runFake(['similar', 'x'], { cwd: await tempFolder({}) });
    expect({ code, out }).toEqual({ code: 0, out: 'No passages found.\n' });
  });

  it('names a path that is not there', async () => {
    const { code, err } = await runFake(['similar', 'x', 'gone'], { cwd: await tempFolder({}) });
    expect(err).toMatch(/cannot read "gone"/);
    expect(code).toBe(2);
  });
});

describe('serve', () => {
  it('runs the server until its client leaves', async () => {
    let started = 0;
    const startServe = async () => {
      started++;
    };
    const argv = ['serve', '--stdio', '--clientProcessId=17'];
    expect(await runFake(argv, { startServe })).toMatchObject({ code: 0, out: '' });
    expect(started).toBe(1);
  });
});
