import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { makeWorkspace } from '../support/workspace';
import type { Report } from './support/client';

const sentence = 'Retries a failed request up to three times before giving up.';

/** The built server as a process, and a bare client to talk to it. */
async function spawnServer(processId: number | null, folder: string) {
  const server = resolve(import.meta.dirname, '../../dist/server.js');
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: 'pipe' });
  const exited = once(child, 'exit') as Promise<[code: number | null]>;
  const client = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  client.listen();
  await client.sendRequest('initialize', {
    processId,
    rootUri: pathToFileURL(folder).href,
    capabilities: { textDocument: { diagnostic: {} } },
  });
  await client.sendNotification('initialized', {});
  return { client, child, exited };
}

async function diagnosticsOf(client: MessageConnection, file: string): Promise<string[]> {
  const uri = pathToFileURL(file).href;
  const text = await readFile(file, 'utf8');
  const textDocument = { uri, languageId: 'typescript', version: 1, text };
  await client.sendNotification('textDocument/didOpen', { textDocument });
  const report = await client.sendRequest<Report>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  return (report.items ?? []).map(({ message }) => String(message));
}

/** The built server, given bytes; resolves with its exit status. */
async function converse(chunks: readonly string[], how: 'end' | 'wait') {
  const server = resolve(import.meta.dirname, '../../dist/server.js');
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: 'pipe' });
  let written = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written += text;
  });
  const exited = once(child, 'exit') as Promise<[code: number | null]>;
  for (const chunk of chunks) {
    child.stdin.write(chunk);
    // As clients must: what follows `shutdown` follows its answer.
    if (chunk === shutdown) await vi.waitFor(() => expect(written).toContain(gone), 50_000);
  }
  if (how === 'end') child.stdin.end();
  const [code] = await exited;
  return code;
}

function framed(message: object): string {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

const initialize = framed({
  id: 1,
  method: 'initialize',
  params: { processId: null, rootUri: null, capabilities: {} },
});
const initialized = framed({ method: 'initialized', params: {} });
const shutdown = framed({ id: 2, method: 'shutdown' });
const exit = framed({ method: 'exit' });
/** The answer to `shutdown`. */
const gone = '"id":2,"result":null';

describe('the exit status of the built server', () => {
  it.each([
    ['`shutdown` and `exit`', [initialize, initialized, shutdown, exit], 'wait', 0],
    ['`shutdown`, then the end of its input', [initialize, initialized, shutdown], 'end', 0],
    ['`exit` alone', [initialize, initialized, exit], 'wait', 1],
    ['`exit` before anything else', [exit], 'wait', 1],
    ['the end of its input, at once', [], 'end', 1],
  ] as const)(
    'after %s',
    async (_, chunks, how, status) => {
      expect(await converse(chunks, how)).toBe(status);
    },
    60_000,
  );

  it('is not due after what is no JSON: the next request is answered', async () => {
    const nonsense = 'Content-Length: 3\r\n\r\n{x}';
    const messages = [initialize, initialized, nonsense, shutdown, exit];
    expect(await converse(messages, 'wait')).toBe(0);
  }, 60_000);
});

describe('the built server over standard input and output', () => {
  it('reads a workspace with the bundled model and exits cleanly', async () => {
    await using workspace = await makeWorkspace({ 'docs/api.md': `# Requests\n\n${sentence}\n` });
    const file = join(workspace.path, 'client.ts');
    await writeFile(file, `// ${sentence}\nexport const tries = 3;\n`);
    const { client, exited } = await spawnServer(process.pid, workspace.path);
    expect(await diagnosticsOf(client, file)).toEqual(['Same text as docs/api.md:3.']);
    const texts = { a: sentence, b: sentence };
    expect(await client.sendRequest('textTwin/compare', texts)).toMatchObject({ similarity: 1 });
    await client.sendRequest('shutdown');
    await client.sendNotification('exit');
    expect((await exited)[0]).toBe(0);
  }, 120_000);

  it('exits when its client goes away without a word', async () => {
    await using workspace = await makeWorkspace({ 'a.md': sentence });
    const { child, exited } = await spawnServer(null, workspace.path);
    child.stdin.end();
    expect((await exited)[0]).toBe(1);
  }, 60_000);

  it('exits when nobody reads what it says and its input ends', async () => {
    await using workspace = await makeWorkspace({ 'a.md': sentence, 'b.md': sentence });
    const { child, exited } = await spawnServer(null, workspace.path);
    child.stdout.destroy();
    child.stdin.end();
    expect((await exited)[0]).toBe(1);
  }, 60_000);

  it('exits when the process that it serves is dead', async () => {
    await using workspace = await makeWorkspace({ 'a.md': sentence });
    const parent = spawn(process.execPath, ['-e', '']);
    await once(parent, 'exit');
    const { exited } = await spawnServer(parent.pid ?? null, workspace.path);
    expect((await exited)[0]).toBe(1);
  }, 60_000);
});
