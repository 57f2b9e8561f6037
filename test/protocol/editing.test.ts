import { describe, expect, it } from 'vitest';
import type { CodeAction, Hover } from 'vscode-languageserver/node';
import type { TestClient } from './support/client';
import { uriOf } from './support/client';
import { useClients } from './support/session';
import { retry } from './support/texts';

const open = useClients();

async function openTwins(options: Parameters<typeof open>[0] = {}): Promise<TestClient> {
  const client = await open({ files: { 'a.md': retry }, ...options });
  client.open('b.ts', `  // ${retry}\n`);
  await client.expectMessages('b.ts', ['Same text as a.md:1.']);
  return client;
}

describe('code actions', () => {
  async function actions(client: TestClient, line: number, only?: string[]) {
    const { items: diagnostics } = await client.pull('b.ts');
    const position = { line, character: 4 };
    return client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uriOf('b.ts') },
      range: { start: position, end: position },
      context: { diagnostics, only },
    });
  }

  it('ignore a passage or a group', async () => {
    const client = await openTwins();
    const [passage, group, ...more] = await actions(client, 0);
    expect(more).toEqual([]);
    expect(passage).toMatchObject({
      title: 'Ignore this passage (text-twin-ignore-next)',
      kind: 'quickfix',
      diagnostics: [{ source: 'Text Twin' }],
      edit: { changes: { [uriOf('b.ts')]: [{ newText: '  // text-twin-ignore-next\n' }] } },
    });
    expect(group).toMatchObject({
      title: 'Ignore this group in this workspace',
      edit: { documentChanges: [{ kind: 'create', uri: uriOf('.texttwin.json') }, {}] },
    });
  });

  it('lead to the twin in clients that come with this server', async () => {
    const client = await openTwins({ initializationOptions: { clientCommands: true } });
    const found = await actions(client, 0);
    expect(found.map(({ title }) => title)).toEqual([
      'Go to the other copy',
      'Compare side by side',
      'Ignore this passage (text-twin-ignore-next)',
      'Ignore this group in this workspace',
    ]);
    expect(found[1]?.command?.arguments).toMatchObject([
      { uri: uriOf('b.ts') },
      { uri: uriOf('a.md') },
    ]);
  });

  it('are none elsewhere, or when others are asked for', async () => {
    const client = await openTwins();
    expect(await actions(client, 1)).toEqual([]);
    expect(await actions(client, 0, ['refactor'])).toEqual([]);
    expect(await actions(client, 0, ['quickfix'])).toHaveLength(2);
  });
});

describe('hover', () => {
  const hover = (client: TestClient, line: number) =>
    client.connection.sendRequest<Hover | null>('textDocument/hover', {
      textDocument: { uri: uriOf('b.ts') },
      position: { line, character: 4 },
    });

  it('lists the twins', async () => {
    const client = await openTwins();
    const contents = {
      kind: 'markdown',
      value: expect.stringContaining(`[a\\.md\\:1](<${uriOf('a.md')}#L1>)`),
    };
    expect(await hover(client, 0)).toMatchObject({ contents });
    expect(await hover(client, 1)).toBeNull();
  });

  it('is plain where the client reads no Markdown', async () => {
    const client = await openTwins({ capabilities: { textDocument: { diagnostic: {} } } });
    const value = `Text Twin: same text as 1 other place\na.md:1  ${retry}`;
    expect(await hover(client, 0)).toMatchObject({ contents: { kind: 'plaintext', value } });
  });
});
