import { describe, expect, it } from 'vitest';
import { groupsRequest } from '../../server/src/protocol';
import { type TestClient, uriOf } from './support/client';
import { useClients } from './support/session';
import { other, retry } from './support/texts';

const open = useClients();

const path = 'report.ipynb';
const cellUri = (id: string) => `vscode-notebook-cell:/project/${path}#${id}`;
const [first, second] = [cellUri('W0sZmlsZQ%3D%3D'), cellUri('W1sZmlsZQ%3D%3D')];

/** Opens a notebook with a cell of Markdown and one of code. */
function openNotebook(client: TestClient, markdown: string, code: string): void {
  const document = (uri: string, languageId: string, text: string) => ({
    uri,
    languageId,
    version: 1,
    text,
  });
  client.notify('notebookDocument/didOpen', {
    notebookDocument: {
      uri: uriOf(path),
      notebookType: 'jupyter-notebook',
      version: 1,
      cells: [
        { kind: 1, document: first },
        { kind: 2, document: second },
      ],
    },
    cellTextDocuments: [
      document(first, 'markdown', markdown),
      document(second, 'javascript', `// ${code}\nrun();\n`),
    ],
  });
}

/** Changes the text of the first cell. */
function changeFirst(client: TestClient, version: number, text: string): void {
  const document = { uri: first, version };
  const change = { cells: { textContent: [{ document, changes: [{ text }] }] } };
  client.notify('notebookDocument/didChange', {
    notebookDocument: { uri: uriOf(path), version },
    change,
  });
}

function closeNotebook(client: TestClient): void {
  client.notify('notebookDocument/didClose', {
    notebookDocument: { uri: uriOf(path) },
    cellTextDocuments: [{ uri: first }, { uri: second }],
  });
}

describe('open notebooks', () => {
  it('are asked for', async () => {
    const { initialized } = await open();
    expect(initialized.capabilities.notebookDocumentSync).toMatchObject({
      notebookSelector: [{ notebook: '*' }],
    });
  });

  it('have their cells examined, edited and named with the notebook', async () => {
    const client = await open({ files: { 'a.md': retry } });
    openNotebook(client, other, retry);
    await client.expectMessages(second, ['Same text as a.md:1.']);
    await client.expectMessages(first, []);

    client.open('here.md', other);
    await client.expectMessages('here.md', ['Same text as report.ipynb (cell 1):1.']);
    changeFirst(client, 2, retry);
    await client.expectMessages('here.md', []);
    await client.expectMessages(first, ['Same text as a.md:1, and 1 more place.']);
  });

  it('stand for their file until they are closed', async () => {
    const client = await open({ files: { 'a.md': retry, [path]: retry } });
    await client.ready();
    expect(await client.request(groupsRequest)).toHaveLength(1);

    // The same text in the file and in the cell is one place, not two.
    openNotebook(client, retry, other);
    await client.expectMessages(first, ['Same text as a.md:1.']);
    changeFirst(client, 2, 'A cell that says what nothing else in this workspace says.');
    await client.expectMessages(first, []);
    expect(await client.request(groupsRequest)).toHaveLength(0);

    closeNotebook(client);
    client.open('here.md', retry);
    await client.expectMessages('here.md', ['Same text as a.md:1, and 1 more place.']);
  });

  it('follow the settings of the folder that their file is in', async () => {
    const files = { 'a.md': retry, '.texttwin.json': '{ "exclude": ["**/*.ipynb"] }' };
    const client = await open({ files });
    openNotebook(client, retry, other);
    client.open('here.md', retry);
    await client.expectMessages('here.md', ['Same text as a.md:1.']);
    await client.expectMessages(first, []);
  });

  it('get and lose cells', async () => {
    const client = await open({ files: { 'a.md': retry } });
    openNotebook(client, other, other);
    const third = cellUri('W2sZmlsZQ%3D%3D');
    const text = { uri: third, languageId: 'markdown', version: 1, text: retry };
    const notebookDocument = { uri: uriOf(path), version: 2 };
    const added = { start: 0, deleteCount: 0, cells: [{ kind: 1, document: third }] };
    const adding = { cells: { structure: { array: added, didOpen: [text] } } };
    client.notify('notebookDocument/didChange', { notebookDocument, change: adding });
    await client.expectMessages(third, ['Same text as a.md:1.']);

    client.open('here.md', retry);
    await client.expectMessages('here.md', ['Same text as a.md:1, and 1 more place.']);
    const removed = { start: 0, deleteCount: 1 };
    const removing = { cells: { structure: { array: removed, didClose: [{ uri: third }] } } };
    client.notify('notebookDocument/didChange', { notebookDocument, change: removing });
    await client.expectMessages('here.md', ['Same text as a.md:1.']);
  });
});
