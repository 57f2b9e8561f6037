import { describe, expect, it, vi } from 'vitest';
import { FileChangeType } from 'vscode-languageserver/node';
import { WorkspaceMemory } from '../../server/src/core/snapshot/workspaceMemory';
import { createTwinFinder } from '../../server/src/core/twins/createTwinFinder';
import type { Workspace } from '../../server/src/core/workspace';
import { keysOf } from '../../server/src/node/cache/keysOf';
import { BagOfWordsEncoder } from '../support/bagOfWordsEncoder';
import { bagOfWordsScoring } from '../support/bagOfWordsFinder';
import { MemoryStore } from '../unit/snapshot/support';
import { type TestClient, uriOf } from './support/client';
import { FakeHost } from './support/fakeHost';
import { useClients } from './support/session';

/** A host with a real finder that keeps what it finds; its files are stamped by their times of writing. */
class KeepingHost extends FakeHost {
  readonly encoder = new BagOfWordsEncoder();
  readonly read: string[] = [];
  readonly times = new Map<string, number>();
  readonly #store: MemoryStore;

  constructor(store: MemoryStore) {
    super();
    this.#store = store;
  }

  override async createFinder() {
    const finder = createTwinFinder(this.encoder, bagOfWordsScoring);
    const memory = new WorkspaceMemory(finder, this.#store, 'test', keysOf);
    const { thresholds } = bagOfWordsScoring;
    return { ...(await super.createFinder()), finder, memory, thresholds };
  }

  override openWorkspace(...args: Parameters<FakeHost['openWorkspace']>): Workspace {
    const workspace = super.openWorkspace(...args);
    return {
      ...workspace,
      read: (uri) => {
        this.read.push(uri);
        return workspace.read(uri);
      },
      stampOf: async (uri) => {
        const text = this.files.get(uri);
        const time = this.times.get(uri) ?? 1;
        return text === undefined
          ? undefined
          : { size: text.length, modified: time, changed: time };
      },
    };
  }
}

const RETRY = 'Retries a failed request up to three times before it gives up for good.';
const CLOSE = 'Closes the underlying file and flushes whatever is buffered.';
const files = { 'a.md': RETRY, 'b.md': RETRY, 'c.md': CLOSE, 'd.md': CLOSE };

const openClient = useClients();

async function open(store: MemoryStore, changed: Readonly<Record<string, string>> = {}) {
  const host = new KeepingHost(store);
  for (const path of Object.keys(changed)) host.times.set(uriOf(path), 2);
  const client = await openClient({ host, files: { ...files, ...changed } });
  return { client, host };
}

const groupsOf = async (client: TestClient, count: number) => {
  await client.ready();
  await vi.waitFor(() => expect(client.status()?.groups).toBe(count), { timeout: 4000 });
};

describe('a second start', () => {
  it('reads no file that is as it was', async () => {
    const store = new MemoryStore();
    const cold = await open(store);
    await groupsOf(cold.client, 2);
    await cold.client.connection.sendRequest('shutdown');
    expect(cold.host.read).toHaveLength(4);
    const warm = await open(store);
    await groupsOf(warm.client, 2);
    expect([warm.host.read, warm.host.encoder.embedded]).toEqual([[], []]);
    expect(warm.client.status()).toMatchObject({ passages: 4, groups: 2 });
  });

  it('goes by an open document, and by a file that was written meanwhile', async () => {
    const store = new MemoryStore();
    const cold = await open(store);
    await groupsOf(cold.client, 2);
    await cold.client.connection.sendRequest('shutdown');
    const { client, host } = await open(store, { 'd.md': RETRY });
    client.open('a.md', CLOSE);
    await client.expectMessages('a.md', ['Same text as c.md:1.']);
    await client.expectMessages('d.md', ['Same text as b.md:1.']);
    expect(host.read).toEqual([uriOf('d.md')]);
    client.closeDocument('a.md');
    await client.expectMessages('d.md', ['Same text as a.md:1, and 1 more place.']);
    host.files.set(uriOf('b.md'), CLOSE);
    host.times.set(uriOf('b.md'), 3);
    client.watched('b.md', FileChangeType.Changed);
    await client.expectMessages('d.md', ['Same text as a.md:1.']);
  });

  it('does not keep what stands in the editor alone', async () => {
    const store = new MemoryStore();
    const cold = await open(store);
    await groupsOf(cold.client, 2);
    cold.client.open('a.md', CLOSE);
    await cold.client.expectMessages('a.md', ['Same text as c.md:1, and 1 more place.']);
    await cold.client.connection.sendRequest('shutdown');
    const warm = await open(store);
    await groupsOf(warm.client, 2);
    await warm.client.expectMessages('a.md', ['Same text as b.md:1.']);
  });
});
