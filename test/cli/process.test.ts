import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { finish, runBuilt, startBuilt } from './runBuilt';

const line = `${JSON.stringify({ a: 'Opens the file.', b: 'Opens a file.' })}\n`;

describe('the process', () => {
  it('tells its version', async () => {
    const { code, out } = await runBuilt(['--version']);
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(code).toBe(0);
  });

  it('answers pairs while its input is still open', async () => {
    const child = startBuilt(['compare', '--pairs']);
    const finished = finish(child);
    child.stdin.write(line);
    const [answer] = await once(child.stdout, 'data');
    expect(JSON.parse(String(answer))).toHaveProperty('verdict');
    child.stdin.end();
    expect(await finished).toMatchObject({ code: 0, err: '' });
  });

  // Windows has no signal that a program can be sent in place of Ctrl-C.
  it.skipIf(process.platform === 'win32')('ends quietly on Ctrl-C', async () => {
    const child = startBuilt(['compare', '--pairs']);
    const finished = finish(child);
    child.stdin.write(line);
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    expect(await finished).toMatchObject({ code: 130, err: '' });
  });

  it('ends quietly when its reader has gone', async () => {
    const child = startBuilt(['compare', '--pairs']);
    const finished = finish(child);
    child.stdin.on('error', () => {});
    child.stdin.write(line);
    await once(child.stdout, 'data');
    child.stdout.destroy();
    child.stdin.write(line);
    child.stdin.end(line);
    expect(await finished).toMatchObject({ code: 0, err: '' });
  });
});
