import { describe, expect, it, vi } from 'vitest';
import { FileChangeType } from 'vscode-languageserver/node';
import { groupsRequest } from '../../server/src/protocol';
import { folder, uriOf } from './support/client';
import { useClients } from './support/session';
import { other, retry } from './support/texts';

const open = useClients();
const { Created, Changed, Deleted } = FileChangeType;

describe('files of the workspace', () => {
  it('are read at the start, with progress and a status', async () => {
    const client = await open({ files: { 'a.md': retry, 'b.md': retry, 'c.bin': retry } });
    await client.ready();
    expect(client.status()).toMatchObject({
      state: 'ready',
      done: 2,
      total: 2,
      passages: 2,
      groups: 1,
      skipped: 0,
      model: 'bag-of-words',
      backend: 'fake',
    });
    expect(client.said.has('window/workDoneProgress/create')).toBe(true);
  });

  it('are watched: made, changed and deleted', async () => {
    const client = await open({ files: { 'a.md': retry } });
    client.open('here.md', retry);
    await client.expectMessages('here.md', ['Same text as a.md:1.']);
    expect(client.registered).toContain('workspace/didChangeWatchedFiles');

    client.host.files.set(uriOf('b.md'), retry);
    client.watched('b.md', Created);
    await client.expectMessages('here.md', ['Same text as a.md:1, and 1 more place.']);

    client.host.files.set(uriOf('a.md'), other);
    client.watched('a.md', Changed);
    await client.expectMessages('here.md', ['Same text as b.md:1.']);

    client.host.files.delete(uriOf('b.md'));
    client.watched('b.md', Deleted);
    await client.expectMessages('here.md', []);
  });

  it('follow folders that are renamed or deleted', async () => {
    const client = await open({ files: { 'old/a.md': retry } });
    client.open('here.md', retry);
    await client.expectMessages('here.md', ['Same text as old/a.md:1.']);
    client.host.files.delete(uriOf('old/a.md'));
    client.host.files.set(uriOf('new/a.md'), retry);
    const renamed = { oldUri: uriOf('old'), newUri: uriOf('new') };
    client.notify('workspace/didRenameFiles', { files: [renamed] });
    await client.expectMessages('here.md', ['Same text as new/a.md:1.']);
    client.host.files.delete(uriOf('new/a.md'));
    client.notify('workspace/didDeleteFiles', { files: [{ uri: uriOf('new') }] });
    await client.expectMessages('here.md', []);
  });

  it('are the editor’s while open, and the disk’s again when closed', async () => {
    const client = await open({ files: { 'a.md': retry, 'b.md': other } });
    client.open('here.md', retry);
    client.open('a.md', other);
    await client.expectMessages('here.md', []);
    await client.expectMessages('a.md', ['Same text as b.md:1.']);
    client.host.files.set(uriOf('a.md'), 'Ignored, since the document is open in the editor.');
    client.watched('a.md', Changed);
    client.host.files.set(uriOf('a.md'), retry);
    client.closeDocument('a.md');
    await client.expectMessages('here.md', ['Same text as a.md:1.']);
  });

  it('come and go with workspace folders', async () => {
    const client = await open({ folders: [folder] });
    client.host.files.set('file:///second/a.md', retry);
    client.open('here.md', retry);
    await client.expectMessages('here.md', []);
    const second = { uri: 'file:///second', name: 'second' };
    const change = (event: object) =>
      client.notify('workspace/didChangeWorkspaceFolders', {
        event: { added: [], removed: [], ...event },
      });
    change({ added: [second] });
    await client.expectMessages('here.md', ['Same text as second/a.md:1.']);
    change({ removed: [second] });
    await client.expectMessages('here.md', []);
  });

  it('may be none, with a single document open', async () => {
    const client = await open({ folders: [] });
    client.open('file:///elsewhere/a.md', `${retry}\n\n${retry}`);
    await client.expectMessages('file:///elsewhere/a.md', [
      'Same text as /elsewhere/a.md:3.',
      'Same text as /elsewhere/a.md:1.',
    ]);
    expect(await client.request(groupsRequest)).toHaveLength(1);
  });

  it('have one name however a client spells it', async () => {
    const client = await open({ files: { 'a%20b.md': retry } });
    client.open('a b.md', `${retry}\n\n${retry}`);
    await client.expectMessages('a b.md', ['Same text as a b.md:3.', 'Same text as a b.md:1.']);
  });

  it('that are too large are skipped, and counted', async () => {
    const configuration = { maxFileSize: 1024 };
    const large = `${retry}\n\n`.repeat(30);
    const client = await open({ files: { 'a.md': large }, configuration });
    client.open('b.md', large);
    await client.ready();
    await vi.waitFor(() => expect(client.status()?.skipped).toBe(2));
    expect((await client.pull('b.md')).items).toEqual([]);
    expect(client.host.lines.join('\n')).toContain('textTwin.maxFileSize');
  });
});
