import { describe, expect, it, vi } from 'vitest';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver/node';
import { type ClientOptions, type TestClient, uriOf } from './support/client';
import { FakeHost } from './support/fakeHost';
import { Gate } from './support/gate';
import { useClients } from './support/session';
import { other, retry, retryReworded } from './support/texts';

const openClient = useClients();
let client: TestClient;

async function open(options: ClientOptions = {}): Promise<void> {
  client = await openClient(options);
}

describe('pull diagnostics', () => {
  it('are offered as depending on other files', async () => {
    await open();
    expect(client.initialized.capabilities.diagnosticProvider).toEqual({
      identifier: 'Text Twin',
      interFileDependencies: true,
      workspaceDiagnostics: false,
    });
    expect(client.initialized.capabilities.positionEncoding).toBe('utf-16');
  });

  it('name the other place, with its text as related information', async () => {
    await open({ files: { 'docs/api.md': `# Retries\n\n${retry}\n` } });
    client.open('src/a.ts', `  // ${retry}\n`);
    await client.expectMessages('src/a.ts', ['Same text as docs/api.md:3.']);
    const { items } = await client.pull('src/a.ts');
    expect(items?.[0]).toMatchObject({
      source: 'Text Twin',
      code: 'duplicate',
      severity: 2,
      range: { start: { line: 0, character: 2 }, end: { line: 0, character: 5 + retry.length } },
      relatedInformation: [
        { location: { uri: uriOf('docs/api.md'), range: { start: { line: 2, character: 0 } } } },
      ],
      data: { similarity: 1, groupId: expect.any(String) },
    });
  });

  it('say how alike a paraphrase is, and how many places more', async () => {
    const files = { 'a.md': retry, 'b.md': retryReworded, 'c.md': retryReworded };
    await open({ files });
    client.open('a.md', retry);
    await client.expectMessages('a.md', [
      'Says the same as b.md:1 (similarity 0.60), and 1 more place.',
    ]);
  });

  it('answer `unchanged` while nothing changed, and in full after an edit', async () => {
    await open({ files: { 'a.md': retry } });
    client.open('b.md', retry);
    await client.expectMessages('b.md', ['Same text as a.md:1.']);
    const { resultId } = await client.pull('b.md');
    expect(await client.pull('b.md', resultId)).toEqual({ kind: 'unchanged', resultId });
    client.change('b.md', other);
    expect(await client.pull('b.md', resultId)).toMatchObject({ kind: 'full', items: [] });
  });

  it('answer for the text as edited, however soon they are asked', async () => {
    await open({ files: { 'a.md': retry } });
    client.open('b.md', other);
    await client.ready();
    client.change('b.md', retry);
    const { items } = await client.pull('b.md');
    expect(items?.map(({ message }) => message)).toEqual(['Same text as a.md:1.']);
  });

  it('are refreshed when another document changes what is found', async () => {
    await open();
    client.open('a.md', retry);
    client.open('b.md', other);
    await client.expectMessages('a.md', []);
    client.change('b.md', retry);
    await vi.waitFor(() => expect(client.said.has('workspace/diagnostic/refresh')).toBe(true));
    await client.expectMessages('a.md', ['Same text as b.md:1.']);
  });

  it('wait for the other files where the client cannot be told to ask again', async () => {
    const capabilities = { workspace: { configuration: true } };
    await open({ files: { 'a.md': retry }, capabilities });
    client.open('b.md', retry);
    expect((await client.pull('b.md')).items).toHaveLength(1);
  });

  it('stop waiting when the request is cancelled', async () => {
    const host = new FakeHost();
    const gate = new Gate();
    host.modelGate = gate.passed;
    await open({ host });
    client.open('a.md', retry);
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri: uriOf('a.md') } };
    const pull = client.connection.sendRequest('textDocument/diagnostic', params, source.token);
    source.cancel();
    await expect(pull).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    gate.open();
    await client.expectMessages('a.md', []);
  });
});

describe('push diagnostics', () => {
  const capabilities = { textDocument: { publishDiagnostics: { relatedInformation: true } } };

  it('reach clients that cannot pull, follow edits and go with the document', async () => {
    await open({ capabilities, files: { 'a.md': retry } });
    expect(client.initialized.capabilities.diagnosticProvider).toBeUndefined();
    client.open('b.md', retry);
    await vi.waitFor(() => expect(client.pushed('b.md')).toHaveLength(1));
    client.change('b.md', other);
    await vi.waitFor(() => expect(client.pushed('b.md')).toEqual([]));
    client.change('b.md', retry);
    await vi.waitFor(() => expect(client.pushed('b.md')).toHaveLength(1));
    client.closeDocument('b.md');
    await vi.waitFor(() => expect(client.pushed('b.md')).toEqual([]));
  });

  it('reach open documents when another one changes', async () => {
    await open({ capabilities });
    client.open('a.md', retry);
    client.open('b.md', other);
    await vi.waitFor(() => expect(client.pushed('a.md')).toEqual([]));
    client.change('b.md', retry);
    await vi.waitFor(() => expect(client.pushed('a.md')).toHaveLength(1));
  });

  it('leave related information out where the client has no use for it', async () => {
    await open({ capabilities: { textDocument: {} }, files: { 'a.md': retry } });
    client.open('b.md', retry);
    await vi.waitFor(() => expect(client.pushed('b.md')).toHaveLength(1));
    expect(client.pushed('b.md')?.[0]).not.toHaveProperty('relatedInformation');
  });
});
