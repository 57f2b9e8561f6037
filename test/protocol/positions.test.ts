import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { modernCapabilities, type TestClient, uriOf } from './support/client';
import { useClients } from './support/session';
import { other, retry } from './support/texts';

const open = useClients();

/** Texts whose columns differ by encoding, or whose lines differ by convention. `|` stands for the passage. */
const layouts: readonly (readonly [string, string])[] = [
  ['ASCII', 'let x = 1;\n  |\n'],
  ['an astral character before it', "let face = '😀'; |\n"],
  ['a decomposed letter before it', "let e = 'e\u0301é'; |\n"],
  ['CRLF', 'let x = 1;\r\n|\r\nlet y = 2;\r\n'],
  ['lone CR', 'let x = 1;\r|\rlet y = 2;\r'],
  ['separators that end no line in the LSP', "let x = '\u2028\u2029\u000B\u000C\u0085';\n|\n"],
  ['a byte order mark', '\uFEFFlet x = 1;\n|\n'],
  ['no line ending', '|'],
];

async function rangeIn(client: TestClient, path: string) {
  await client.expectMessages(path, ['Same text as a.md:1.']);
  const { items } = await client.pull(path);
  return items?.[0]?.range;
}

function expectedRange(text: string, passage: string) {
  const document = TextDocument.create('file:///x', 'typescript', 1, text);
  const start = text.indexOf(passage);
  return {
    start: document.positionAt(start),
    end: document.positionAt(start + passage.length),
  };
}

describe('positions', () => {
  it.each([[['utf-8', 'utf-16']], [['utf-8', 'utf-32']], [['utf-16']], [undefined]])(
    'are in UTF-16 for a client that offers %j',
    async (positionEncodings) => {
      const general = positionEncodings ? { positionEncodings } : {};
      const client = await open({ capabilities: { ...modernCapabilities, general } });
      expect(client.initialized.capabilities.positionEncoding).toBe('utf-16');
    },
  );

  it.each(layouts)('are right with %s', async (_, layout) => {
    const client = await open({ files: { 'a.md': retry } });
    const passage = `// ${retry}`;
    const text = layout.replace('|', passage);
    client.open('b.ts', text);
    expect(await rangeIn(client, 'b.ts')).toEqual(expectedRange(text, passage));
  });

  it('are understood in edits after an astral character', async () => {
    const client = await open({ files: { 'a.md': retry } });
    const before = `let face = '😀😀'; // ${other}\n`;
    client.open('b.ts', before);
    await client.expectMessages('b.ts', []);
    const range = expectedRange(before, other);
    client.notify('textDocument/didChange', {
      textDocument: { uri: uriOf('b.ts'), version: 2 },
      contentChanges: [{ range, text: retry }],
    });
    const after = before.replace(other, retry);
    expect(await rangeIn(client, 'b.ts')).toEqual(expectedRange(after, `// ${retry}`));
  });
});

describe('the language of a document', () => {
  it.each([
    ['text', 'notes.txt', retry],
    ['', 'b.md', retry],
    ['typescript-ts', 'b.ts', `// ${retry}`],
    ['typescript', 'named-otherwise.txt', `// ${retry}`],
  ])('is told by its name when the client says %j of %s', async (languageId, path, text) => {
    const client = await open({ files: { 'a.md': retry } });
    const textDocument = { uri: uriOf(path), languageId, version: 1, text };
    client.notify('textDocument/didOpen', { textDocument });
    await client.expectMessages(path, ['Same text as a.md:1.']);
  });
});
