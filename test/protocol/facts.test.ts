import { describe, expect, it } from 'vitest';
import type { CodeAction, Hover } from 'vscode-languageserver/node';
import { groupsRequest, similarRequest } from '../../server/src/protocol';
import { bagOfWordsFinder, bagOfWordsScoring } from '../support/bagOfWordsFinder';
import { type ClientOptions, uriOf } from './support/client';
import { FakeHost } from './support/fakeHost';
import { useClients } from './support/session';

/** A host whose finder is real, with an encoder that counts words. */
class FinderHost extends FakeHost {
  override async createFinder() {
    const finder = bagOfWordsFinder();
    return { ...(await super.createFinder()), finder, thresholds: bagOfWordsScoring.thresholds };
  }
}

const openClient = useClients();
const open = (options: ClientOptions = {}) => openClient({ host: new FinderHost(), ...options });

const CLOSES = 'Closes the underlying file and flushes it.';
const member = (name: string) => `/** ${CLOSES} */\nexport function ${name}(fd: number) {}\n`;
const copied = member('closeFile') + member('openFile');

describe('a copied comment', () => {
  const messages = [
    'Same text as a.ts:3.',
    'Same text as a.ts:1.',
    'This comment seems to be about "closeFile", not "openFile": it says the same as a.ts:1.',
  ];

  it('is a diagnostic of its own, as severe as the others', async () => {
    const client = await open({ configuration: { severity: 'information' } });
    client.open('a.ts', copied);
    await client.expectMessages('a.ts', messages);
    const { items } = await client.pull('a.ts');
    expect(items?.map(({ code, severity }) => [code, severity])).toEqual([
      ['duplicate', 3],
      ['duplicate', 3],
      ['copied-comment', 3],
    ]);
    expect(items?.[2]).toMatchObject({
      range: { start: { line: 2, character: 0 } },
      relatedInformation: [{ location: { uri: uriOf('a.ts'), range: { start: { line: 0 } } } }],
    });
  });

  it('goes when the name below is the right one', async () => {
    const client = await open();
    client.open('a.ts', copied);
    await client.expectMessages('a.ts', messages);
    client.change('a.ts', copied.replace('openFile', 'shutAndFlush'));
    await client.expectMessages('a.ts', messages.slice(0, 2));
  });

  it('is silent where it is ignored, by its passage or its group', async () => {
    const client = await open();
    client.open('a.ts', copied.replace('\n/**', '\n// text-twin-ignore-next\n\n/**'));
    await client.expectMessages('a.ts', []);
    client.change('a.ts', copied);
    await client.expectMessages('a.ts', messages);
    const [group] = await client.request(groupsRequest);
    expect(group?.members.map((one) => one.copied)).toEqual([undefined, true]);
    client.open('.texttwin.json', JSON.stringify({ ignoredGroups: [group?.id] }));
    await client.expectMessages('a.ts', []);
  });

  it('is what its quick fixes are about, beside the finding', async () => {
    const client = await open();
    client.open('a.ts', copied);
    await client.expectMessages('a.ts', messages);
    const { items: diagnostics } = await client.pull('a.ts');
    const position = { line: 2, character: 5 };
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uriOf('a.ts') },
      range: { start: position, end: position },
      context: { diagnostics },
    });
    const codes = actions.map((action) => action.diagnostics?.map(({ code }) => code));
    expect(codes).toEqual(actions.map(() => ['duplicate', 'copied-comment']));
    expect(actions).toHaveLength(2);
  });
});

describe('a passage one fact apart', () => {
  const sorts = (order: string) => `Sorts all the rows of the table in ${order} order of keys.`;
  const files = { 'b.md': sorts('descending') };

  it.each<[string, ClientOptions, string]>([
    [
      'in Markdown',
      {},
      `**Text Twin**: one fact apart from [b\\.md\\:1](<${uriOf('b.md')}#L1>): differs in: ascending → descending`,
    ],
    [
      'in plain text',
      { capabilities: { textDocument: { diagnostic: {} } } },
      'Text Twin: one fact apart from b.md:1: differs in: ascending → descending',
    ],
    [
      'in clients that show diagnostics in hovers',
      { initializationOptions: { clientCommands: true } },
      `**Text Twin**: one fact apart from [b\\.md\\:1](<${uriOf('b.md')}#L1>): differs in: ascending → descending`,
    ],
  ])('is named in the hover, %s, and not warned of', async (_, options, value) => {
    const client = await open({ files, ...options });
    client.open('a.ts', `// ${sorts('ascending')}\ncode();\n`);
    await client.expectMessages('a.ts', []);
    await client.ready();
    const hover = (line: number) =>
      client.connection.sendRequest<Hover | null>('textDocument/hover', {
        textDocument: { uri: uriOf('a.ts') },
        position: { line, character: 4 },
      });
    expect(await hover(0)).toMatchObject({
      contents: { value },
      range: { start: { line: 0, character: 0 } },
    });
    expect(await hover(1)).toBeNull();
  });

  it('comes below the twins', async () => {
    const client = await open({ files: { ...files, 'c.md': sorts('ascending') } });
    client.open('a.ts', `// ${sorts('ascending')}\n`);
    await client.expectMessages('a.ts', ['Same text as c.md:1.']);
    await client.ready();
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri: uriOf('a.ts') },
      position: { line: 0, character: 4 },
    });
    expect((hover.contents as { value: string }).value).toMatch(
      /^\*\*Text Twin\*\*: same text as 1 other place\n[\s\S]*\n\n\*\*Text Twin\*\*: one fact apart from \[b/,
    );
  });

  it('is marked in the answers of textTwin/similar', async () => {
    const client = await open({ files });
    const found = await client.request(similarRequest, { text: sorts('ascending') });
    expect(found).toMatchObject([{ path: 'b.md', differsIn: 'ascending → descending' }]);
    const [same] = await client.request(similarRequest, { text: sorts('descending') });
    expect(same).not.toHaveProperty('differsIn');
  });
});
