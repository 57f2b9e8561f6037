import { afterEach } from 'vitest';
import { type ClientOptions, TestClient } from './client';

/** Opens clients and closes them when the test that opened them ends. */
export function useClients(): (options?: ClientOptions) => Promise<TestClient> {
  const opened: TestClient[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((client) => client.close()));
  });
  return async (options) => {
    const client = await TestClient.open(options);
    opened.push(client);
    return client;
  };
}
