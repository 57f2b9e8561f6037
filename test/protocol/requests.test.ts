import { describe, expect, it, vi } from 'vitest';
import { CancellationTokenSource, ErrorCodes, LSPErrorCodes } from 'vscode-languageserver/node';
import {
  compareRequest,
  groupsRequest,
  scanRequest,
  similarRequest,
} from '../../server/src/protocol';
import { uriOf } from './support/client';
import { FakeHost } from './support/fakeHost';
import { Gate } from './support/gate';
import { useClients } from './support/session';
import { other, retry, retryReworded } from './support/texts';

const open = useClients();

describe('textTwin/compare', () => {
  it('answers energy, similarity and verdict', async () => {
    const client = await open();
    expect(await client.request(compareRequest, { a: retry, b: retryReworded })).toEqual({
      energy: 0.4,
      similarity: 0.6,
      verdict: 'near-duplicate',
      threshold: 0.6,
    });
  });

  it.each([{}, { a: 'x' }, { a: 'x', b: 3 }, [], ['x'], undefined])(
    'refuses %j',
    async (params) => {
      const client = await open();
      const answer = client.connection.sendRequest('textTwin/compare', params);
      await expect(answer).rejects.toMatchObject({ code: ErrorCodes.InvalidParams });
    },
  );
});

describe('textTwin/similar', () => {
  it('answers the nearest passages of the whole workspace', async () => {
    const client = await open({ files: { 'docs/a.md': `# A\n\n${retry}`, 'b.md': other } });
    const found = await client.request(similarRequest, { text: retryReworded, top: 1 });
    expect(found).toEqual([
      {
        uri: uriOf('docs/a.md'),
        path: 'docs/a.md',
        range: { start: { line: 2, character: 0 }, end: { line: 2, character: retry.length } },
        startLine: 3,
        endLine: 3,
        kind: 'markdown',
        text: retry,
        similarity: 0.6,
        energy: 0.4,
      },
    ]);
    expect(await client.request(similarRequest, { text: retry })).toHaveLength(2);
  });

  it.each([{ text: 1 }, { text: 'x', top: 0 }, { text: 'x', top: 1.5 }])(
    'refuses %j',
    async (params) => {
      const client = await open();
      const answer = client.connection.sendRequest('textTwin/similar', params);
      await expect(answer).rejects.toMatchObject({ code: ErrorCodes.InvalidParams });
    },
  );
});

describe('textTwin/groups', () => {
  it('answers the groups as the command line writes them', async () => {
    const client = await open({ files: { 'b.md': retry, 'a.md': retry } });
    const groups = await client.request(groupsRequest);
    expect(groups).toMatchObject([
      {
        id: expect.any(String),
        kind: 'duplicate',
        similarity: 1,
        members: [
          { path: 'a.md', startLine: 1, endLine: 1, kind: 'markdown', text: retry, similarity: 1 },
          { path: 'b.md', startLine: 1, endLine: 1, kind: 'markdown', text: retry, similarity: 1 },
        ],
      },
    ]);
  });

  it('takes an empty object for parameters, as some clients send', async () => {
    const client = await open();
    expect(await client.connection.sendRequest('textTwin/groups', {})).toEqual([]);
  });
});

describe('textTwin/scan', () => {
  it('is what reads files with `run: manual`', async () => {
    const files = { 'a.md': retry, 'b.md': retry };
    const client = await open({ files, configuration: { run: 'manual' } });
    client.open('c.md', retry);
    await client.ready();
    expect(await client.request(groupsRequest)).toEqual([]);
    expect(await client.request(scanRequest)).toEqual({
      files: 3,
      passages: 3,
      groups: 1,
      skipped: [],
    });
    await client.expectMessages('c.md', ['Same text as a.md:1, and 1 more place.']);
    client.change('c.md', other);
    const { items } = await client.pull('c.md');
    expect(items).toHaveLength(1);
  });

  it('can be cancelled, and the server answers on', async () => {
    const host = new FakeHost();
    const gate = new Gate();
    host.modelGate = gate.passed;
    const client = await open({ host, files: { 'a.md': retry } });
    const source = new CancellationTokenSource();
    const scan = client.request(scanRequest, undefined, source.token);
    source.cancel();
    await expect(scan).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    gate.open();
    expect(await client.request(compareRequest, { a: 'x', b: 'x' })).toMatchObject({
      verdict: 'duplicate',
    });
  });

  it('can be cancelled from its progress bar', async () => {
    const host = new FakeHost();
    const gate = new Gate();
    host.modelGate = gate.passed;
    const client = await open({ host, files: { 'a.md': retry } });
    await vi.waitFor(() => expect(client.said.has('window/workDoneProgress/create')).toBe(true));
    const [{ token }] = client.said.get('window/workDoneProgress/create') as [{ token: string }];
    await vi.waitFor(() => expect(client.said.get('$/progress')).not.toBeUndefined());
    client.notify('window/workDoneProgress/cancel', { token });
    gate.open();
    await client.ready();
    expect(await client.request(groupsRequest)).toEqual([]);
  });
});
