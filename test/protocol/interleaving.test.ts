import fc from 'fast-check';
import { describe, it } from 'vitest';
import { CancellationTokenSource, FileChangeType } from 'vscode-languageserver/node';
import { TestClient, uriOf } from './support/client';
import { other, retry, retryReworded } from './support/texts';

const paths = ['a.md', 'b.md', 'c.ts'];
const contents = [retry, `// ${retry}`, retryReworded, other, '', '\uD800 lone', 'POISON'];

/** One thing a client may do, as a number for the file and one for the text. */
const step = fc.record({
  act: fc.constantFrom(
    'open',
    'change',
    'save',
    'close',
    'watch',
    'pull',
    'cancel',
    'hover',
    'tune',
  ),
  path: fc.constantFrom(...paths),
  text: fc.constantFrom(...contents),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Does a step; an editor opens a document once before it changes or closes it, and this client need not. */
function act(client: TestClient, { act: name, path, text }: Step): Promise<unknown> | undefined {
  const uri = uriOf(path);
  const at = { textDocument: { uri }, position: { line: 0, character: 3 } };
  switch (name) {
    case 'open':
      client.open(path, text);
      return undefined;
    case 'change':
      client.change(path, text);
      return undefined;
    case 'save':
      client.save(path);
      return undefined;
    case 'close':
      client.closeDocument(path);
      return undefined;
    case 'watch':
      client.host.files.set(uri, text);
      client.watched(path, FileChangeType.Created);
      return undefined;
    case 'tune':
      client.configure({ run: text === '' ? 'onSave' : 'onType', minWords: text.length % 7 });
      return undefined;
    case 'pull':
      return client.pull(path);
    case 'hover':
      return client.connection.sendRequest('textDocument/hover', at);
    case 'cancel': {
      const source = new CancellationTokenSource();
      const params = { textDocument: { uri } };
      const pull = client.connection.sendRequest('textDocument/diagnostic', params, source.token);
      source.cancel();
      return pull.catch(() => undefined);
    }
  }
}

describe('any order of opening, changing, closing and cancelling', () => {
  it('gets every request answered, and the right findings in the end', async () => {
    const steps = fc.array(step, { maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const client = await TestClient.open({ files: { 'disk.md': retry } });
        try {
          const answers = sequence.map((one) => act(client, one));
          await Promise.all(answers);
          client.configure({});
          for (const path of paths) client.closeDocument(path);
          for (const path of paths) client.host.files.delete(uriOf(path));
          for (const path of paths) client.watched(path, FileChangeType.Deleted);
          client.open('last.md', retry);
          await client.expectMessages('last.md', ['Same text as disk.md:1.']);
        } finally {
          await client.close();
        }
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
