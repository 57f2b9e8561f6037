import { describe, expect, it, vi } from 'vitest';
import { LSPErrorCodes } from 'vscode-languageserver/node';
import { compareRequest, groupsRequest, similarRequest } from '../../server/src/protocol';
import { uriOf } from './support/client';
import { FakeHost } from './support/fakeHost';
import { useClients } from './support/session';
import { other, retry } from './support/texts';

const open = useClients();

describe('a model that cannot be loaded', () => {
  it('is told once; the server answers with nothing', async () => {
    const host = new FakeHost();
    host.modelFailure = 'models/encoder/manifest.json is missing: run npm run build.';
    const client = await open({ host, files: { 'a.md': retry } });
    client.open('b.md', retry);
    expect((await client.pull('b.md')).items).toEqual([]);
    expect(await client.request(groupsRequest)).toEqual([]);
    expect(await client.request(similarRequest, { text: retry })).toEqual([]);
    await expect(client.request(compareRequest, { a: 'x', b: 'y' })).rejects.toMatchObject({
      code: LSPErrorCodes.RequestFailed,
      message: host.modelFailure,
    });
    await vi.waitFor(() => expect(client.status()?.state).toBe('error'));
    expect(client.status()?.message).toBe(host.modelFailure);
    expect(client.said.get('window/showMessage')).toEqual([
      { type: 1, message: `Text Twin: ${host.modelFailure}` },
    ]);
  });
});

describe('a document that cannot be examined', () => {
  it('is left out; the others are reported', async () => {
    const client = await open({ files: { 'a.md': retry, 'bad.md': 'POISON' } });
    client.open('b.md', retry);
    client.open('worse.md', 'POISON as well');
    await client.expectMessages('b.md', ['Same text as a.md:1.']);
    expect((await client.pull('worse.md')).items).toEqual([]);
    client.change('worse.md', retry);
    await client.expectMessages('worse.md', ['Same text as a.md:1, and 1 more place.']);
    expect(client.host.lines.join('\n')).toContain('is left out: poisoned');
  });
});

describe('a client that misbehaves', () => {
  it.each([
    ['textDocument/diagnostic', {}],
    ['textDocument/diagnostic', { textDocument: null }],
    ['textDocument/hover', { textDocument: { uri: 5 } }],
    ['textDocument/hover', undefined],
    ['textDocument/codeAction', { textDocument: { uri: uriOf('a.md') } }],
    ['initialize', { capabilities: {} }],
    ['no/suchRequest', {}],
  ])('gets some answer to %s %j, and the next request is answered', async (method, params) => {
    const client = await open({ files: { 'a.md': retry } });
    client.open('b.md', retry);
    await client.connection.sendRequest(method, params).catch(() => 'an error is an answer');
    await client.expectMessages('b.md', ['Same text as a.md:1.']);
  });

  it.each([
    ['textDocument/didOpen', {}],
    ['textDocument/didOpen', { textDocument: { uri: uriOf('x.md'), languageId: 'markdown' } }],
    ['textDocument/didChange', { textDocument: { uri: uriOf('b.md') }, contentChanges: [{}] }],
    ['textDocument/didChange', { textDocument: { uri: uriOf('unknown.md'), version: 2 } }],
    ['textDocument/didClose', { textDocument: { uri: uriOf('unknown.md') } }],
    ['workspace/didChangeWatchedFiles', { changes: [{}] }],
    ['workspace/didChangeWatchedFiles', null],
    ['workspace/didChangeConfiguration', undefined],
    ['workspace/didRenameFiles', { files: [{}] }],
  ])('may notify %s %j', async (method, params) => {
    const client = await open({ files: { 'a.md': retry } });
    client.open('b.md', retry);
    client.notify(method, params);
    await client.expectMessages('b.md', ['Same text as a.md:1.']);
  });

  it('may refuse configuration', async () => {
    const client = await open({ files: { 'a.md': retry }, configuration: 'nonsense' });
    client.open('b.md', retry);
    await client.expectMessages('b.md', ['Same text as a.md:1.']);
  });
});

describe('shutdown', () => {
  it('frees the model, and nothing is sent afterwards', async () => {
    const client = await open({ files: { 'a.md': other } });
    client.open('b.md', retry);
    await client.connection.sendRequest('shutdown');
    expect(client.host.isDisposed).toBe(true);
  });
});
