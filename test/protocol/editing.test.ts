import { describe, expect, it, vi } from 'vitest';
import type { CodeAction, Hover, HoverClientCapabilities } from 'vscode-languageserver/node';
import { clientCommands } from '../../server/src/protocol';
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

  it('save the settings file after them, unless it holds what the user has not saved', async () => {
    const client = await openTwins({ initializationOptions: { clientCommands: true } });
    const last = async () => (await actions(client, 0)).at(-1);
    const saves = {
      command: clientCommands.saveSettingsFile,
      arguments: [uriOf('.texttwin.json')],
    };
    expect((await last())?.command).toMatchObject(saves);

    client.host.files.set(uriOf('.texttwin.json'), '{}');
    client.open('.texttwin.json', '{}');
    expect((await last())?.command).toMatchObject(saves);

    client.change('.texttwin.json', '{ "minWords": 3 }');
    await vi.waitFor(async () => expect((await last())?.command).toBeUndefined());
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

  it.each<[string, HoverClientCapabilities]>([
    ['reads no Markdown', {}],
    ['likes plain text better', { contentFormat: ['plaintext', 'markdown'] }],
  ])('is plain where the client %s', async (_, format) => {
    const textDocument = { diagnostic: {}, hover: format };
    const client = await openTwins({ capabilities: { textDocument } });
    const value = `Text Twin: same text as 1 other place\na.md:1  ${retry}`;
    expect(await hover(client, 0)).toMatchObject({ contents: { kind: 'plaintext', value } });
  });
});
