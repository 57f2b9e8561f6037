import { describe, expect, it, vi } from 'vitest';
import { FileChangeType } from 'vscode-languageserver/node';
import { uriOf } from './support/client';
import { useClients } from './support/session';
import { other, retry, retryReworded } from './support/texts';

const open = useClients();

describe('settings', () => {
  const files = { 'a.md': retry };
  const same = ['Same text as a.md:1.'];

  it('set the severity', async () => {
    const client = await open({ files, configuration: { severity: 'hint' } });
    client.open('b.md', retry);
    await client.expectMessages('b.md', same);
    expect((await client.pull('b.md')).items?.[0]?.severity).toBe(4);
  });

  it('are read again when they change', async () => {
    const client = await open({ files: { 'a.md': retryReworded } });
    client.open('b.md', retry);
    await client.expectMessages('b.md', ['Says the same as a.md:1 (similarity 0.60).']);
    client.configure({ sensitivity: 'strict' });
    await client.expectMessages('b.md', []);
    client.configure({ threshold: 0.5 });
    await client.expectMessages('b.md', ['Says the same as a.md:1 (similarity 0.60).']);
    client.configure({ enable: false });
    await client.expectMessages('b.md', []);
    client.configure({});
    await client.expectMessages('b.md', ['Says the same as a.md:1 (similarity 0.60).']);
  });

  it('exclude files on disk and open ones', async () => {
    const configuration = { exclude: ['**/gen/**'] };
    const client = await open({ files: { 'gen/a.md': retry }, configuration });
    client.open('b.md', retry);
    client.open('gen/c.md', retry);
    await client.expectMessages('b.md', []);
    client.configure({ exclude: [] });
    await client.expectMessages('b.md', ['Same text as gen/a.md:1, and 1 more place.']);
  });

  it('keep twins to one file with `scope: file`', async () => {
    const client = await open({ files, configuration: { scope: 'file' } });
    client.open('b.md', retry);
    await client.ready();
    await client.expectMessages('b.md', []);
  });

  it('with `run: onSave` examine on opening and saving only', async () => {
    const client = await open({ files, configuration: { run: 'onSave' } });
    client.open('b.md', other);
    await client.expectMessages('b.md', []);
    const { resultId } = await client.pull('b.md');
    client.change('b.md', retry);
    expect(await client.pull('b.md', resultId)).toEqual({ kind: 'unchanged', resultId });
    client.save('b.md');
    await client.expectMessages('b.md', same);
  });

  it('come from initializationOptions where the client has no configuration', async () => {
    const client = await open({
      files,
      capabilities: { workspace: {} },
      initializationOptions: { textTwin: { severity: 'error' } },
    });
    client.open('b.md', retry);
    expect((await client.pull('b.md')).items?.[0]?.severity).toBe(1);
    const settings = { textTwin: { severity: 'information' } };
    client.notify('workspace/didChangeConfiguration', { settings });
    await vi.waitFor(async () => {
      expect((await client.pull('b.md')).items?.[0]?.severity).toBe(3);
    });
  });

  it('are those given at the start where the client can be asked but has none', async () => {
    const client = await open({
      files,
      configuration: null,
      initializationOptions: { textTwin: { severity: 'error' } },
    });
    client.open('b.md', retry);
    await client.expectMessages('b.md', same);
    expect((await client.pull('b.md')).items?.[0]?.severity).toBe(1);
  });

  it('that make no sense are logged and left at their defaults', async () => {
    const client = await open({ files, configuration: { severity: 7, minWords: -1 } });
    client.open('b.md', retry);
    await client.expectMessages('b.md', same);
    expect(client.host.lines.filter((line) => line.includes('expected'))).toHaveLength(2);
  });
});

describe('.texttwin.json', () => {
  const file = uriOf('.texttwin.json');

  it('has the last word, and is followed when it changes', async () => {
    const client = await open({
      files: { 'a.md': retry, '.texttwin.json': '{"severity": "error"}' },
      configuration: { severity: 'hint' },
    });
    client.open('b.md', retry);
    await client.expectMessages('b.md', ['Same text as a.md:1.']);
    expect((await client.pull('b.md')).items?.[0]?.severity).toBe(1);
    const { id } = (await groupsOf(client))[0] ?? { id: '' };
    client.host.files.set(file, JSON.stringify({ ignoredGroups: [id] }));
    client.watched('.texttwin.json', FileChangeType.Changed);
    await client.expectMessages('b.md', []);
    expect(await groupsOf(client)).toEqual([]);
    client.host.files.delete(file);
    client.watched('.texttwin.json', FileChangeType.Deleted);
    await client.expectMessages('b.md', ['Same text as a.md:1.']);
  });

  it('counts as it stands in the editor', async () => {
    const client = await open({ files: { 'a.md': retry } });
    client.open('b.md', retry);
    await client.expectMessages('b.md', ['Same text as a.md:1.']);
    client.open('.texttwin.json', '{"enable": false}');
    await client.expectMessages('b.md', []);
    client.change('.texttwin.json', '{"enable": tr');
    await client.expectMessages('b.md', ['Same text as a.md:1.']);
    expect(client.host.lines.join('\n')).toContain('.texttwin.json: not valid JSON');
  });
});

async function groupsOf(client: { connection: { sendRequest(method: string): Promise<unknown> } }) {
  return (await client.connection.sendRequest('textTwin/groups')) as { id: string }[];
}
