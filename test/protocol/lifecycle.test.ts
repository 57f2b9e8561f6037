import { describe, expect, it, vi } from 'vitest';
import { ErrorCodes } from 'vscode-languageserver/node';
import {
  compareRequest,
  groupsRequest,
  scanRequest,
  similarRequest,
} from '../../server/src/protocol';
import { type BareClient, connectBare, refusal } from './support/bareClient';
import { folder, modernCapabilities, uriOf } from './support/client';
import { retry } from './support/texts';

const at = { textDocument: { uri: uriOf('a.md') }, position: { line: 0, character: 0 } };
const served: readonly (readonly [string, object])[] = [
  ['textDocument/hover', at],
  ['textDocument/diagnostic', at],
  ['textDocument/codeAction', { ...at, range: {}, context: { diagnostics: [] } }],
  [compareRequest.method, { a: 'x', b: 'y' }],
  [similarRequest.method, { text: retry }],
  [groupsRequest.method, {}],
  [scanRequest.method, {}],
];
const unknown: readonly (readonly [string, object])[] = [
  ['workspace/diagnostic', { previousResultIds: [] }],
  ['textDocument/completion', at],
  ['textTwin/noSuch', {}],
  ['$/noSuch', {}],
];

const whole = { processId: null, rootUri: folder, capabilities: modernCapabilities };

async function initialize(client: BareClient, params: object = whole): Promise<unknown> {
  const result = await client.connection.sendRequest('initialize', params);
  await client.connection.sendNotification('initialized', {});
  return result;
}

describe('before `initialize`', () => {
  it.each([...served, ...unknown, ['shutdown', {}] as const])(
    '%s is refused as too early',
    async (method, params) => {
      const { connection } = connectBare();
      expect(await refusal(connection, method, params)).toBe(ErrorCodes.ServerNotInitialized);
    },
  );

  it('notifications are dropped, and nothing is said', async () => {
    const client = connectBare();
    const textDocument = { uri: uriOf('a.md'), languageId: 'markdown', version: 1, text: retry };
    await client.connection.sendNotification('textDocument/didOpen', { textDocument });
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
    await refusal(client.connection, 'textDocument/hover', at);
    expect([...client.asked, ...client.told]).toEqual([]);
    expect(await initialize(client)).toMatchObject({ serverInfo: { name: 'Text Twin' } });
    expect(await client.connection.sendRequest(groupsRequest.method)).toEqual([]);
  });
});

describe('while open', () => {
  it.each(unknown)('%s is answered as unknown', async (method, params) => {
    const client = connectBare();
    await initialize(client);
    expect(await refusal(client.connection, method, params)).toBe(ErrorCodes.MethodNotFound);
  });

  it.each([
    ['$/setTrace', { value: 'verbose' }],
    ['$/setTrace', { value: 'nonsense' }],
    ['$/noSuch', {}],
    ['no/such', {}],
    ['$/cancelRequest', { id: 4711 }],
    ['window/workDoneProgress/cancel', { token: 'nobody’s' }],
  ])('%s %j is no matter', async (method, params) => {
    const client = connectBare();
    await initialize(client);
    await client.connection.sendNotification(method, params);
    expect(await client.connection.sendRequest(groupsRequest.method)).toEqual([]);
  });

  it('`initialize` is refused', async () => {
    const client = connectBare();
    await initialize(client);
    expect(await refusal(client.connection, 'initialize', whole)).toBe(ErrorCodes.InvalidRequest);
  });
});

describe('after `shutdown`', () => {
  it('every request is refused, and notifications are dropped', async () => {
    const client = connectBare();
    await initialize(client);
    expect(await client.connection.sendRequest('shutdown')).toBeNull();
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: uriOf('a.md'), languageId: 'markdown', version: 1, text: retry },
    });
    const all = [...served, ...unknown, ['shutdown', {}], ['initialize', whole]] as const;
    for (const [method, params] of all) {
      expect([method, await refusal(client.connection, method, params)]).toEqual([
        method,
        ErrorCodes.InvalidRequest,
      ]);
    }
  });
});

describe('a client that says little of itself', () => {
  it.each([[{}], [{ capabilities: null }]])(
    '`initialize` with %j is an error, and may be tried again',
    async (params) => {
      const client = connectBare();
      expect(await refusal(client.connection, 'initialize', params)).toBeLessThan(0);
      expect(await initialize(client)).toMatchObject({ serverInfo: { name: 'Text Twin' } });
    },
  );

  it.each([
    [{ processId: null, rootUri: null, capabilities: {} }],
    [{ processId: null, rootUri: null, workspaceFolders: null, capabilities: { general: {} } }],
    [{ capabilities: { textDocument: null, workspace: null, window: null } }],
  ])('%j is served, and asked for nothing it has not said it can do', async (params) => {
    const client = connectBare();
    const result = await initialize(client, params);
    expect(result).toMatchObject({ capabilities: { positionEncoding: 'utf-16' } });
    expect(result).not.toHaveProperty('capabilities.diagnosticProvider');
    const uri = 'untitled:one';
    const text = `${retry}\n\n${retry}\n`;
    const textDocument = { uri, languageId: 'markdown', version: 7, text };
    await client.connection.sendNotification('textDocument/didOpen', { textDocument });
    const pushed = () =>
      client.told.filter(({ method }) => method === 'textDocument/publishDiagnostics');
    await vi.waitFor(() => expect(pushed()).toHaveLength(1), { timeout: 10_000 });
    expect(pushed()[0]?.params).toMatchObject({ uri, version: 7, diagnostics: [{}, {}] });
    const context = { diagnostics: [] };
    const position = { line: 0, character: 1 };
    const asked = { textDocument: { uri }, range: { start: position, end: position }, context };
    expect(await client.connection.sendRequest('textDocument/codeAction', asked)).toEqual([]);
    expect(
      await client.connection.sendRequest('textDocument/hover', {
        textDocument: { uri },
        position,
      }),
    ).toMatchObject({ contents: { kind: 'plaintext' } });
    expect(client.asked).toEqual([]);
  });
});

describe('work-done progress', () => {
  it('is made, begins, goes up in whole per cents and ends, each once', async () => {
    const client = connectBare();
    for (let i = 0; i < 40; i++) client.host.files.set(`${folder}/${i}.md`, `${retry} ${i}`);
    await initialize(client);
    await client.connection.sendRequest(scanRequest.method);
    const creates = () =>
      client.asked.filter(({ method }) => method === 'window/workDoneProgress/create');
    const values = (token: unknown) =>
      client.told
        .filter(({ method }) => method === '$/progress')
        .map(({ params }) => params as { token: unknown; value: ProgressValue })
        .filter((progress) => progress.token === token)
        .map(({ value }) => value);
    const tokens = () => creates().map(({ params }) => (params as { token: unknown }).token);
    await vi.waitFor(
      () => {
        expect(tokens()).toHaveLength(2);
        for (const token of tokens()) expect(values(token).at(-1)?.kind).toBe('end');
      },
      { timeout: 10_000 },
    );
    for (const token of tokens()) {
      const [begin, ...rest] = values(token);
      expect(begin).toMatchObject({ kind: 'begin', title: expect.any(String), cancellable: true });
      expect(rest.map(({ kind }) => kind).filter((kind) => kind !== 'report')).toEqual(['end']);
      const shares = [begin, ...rest].flatMap((value) => value?.percentage ?? []);
      expect(shares.every((share) => Number.isInteger(share) && share <= 100)).toBe(true);
      expect(shares).toEqual([...shares].sort((a, b) => a - b));
    }
  });
});

interface ProgressValue {
  readonly kind: string;
  readonly percentage?: number;
}
