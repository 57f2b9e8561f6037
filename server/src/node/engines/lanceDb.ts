import { createRequire } from 'node:module';
import path from 'node:path';

/*
 * LanceDB, a vector engine that runs in this process and keeps its tables in a folder (or an object store). It is
 * an optional peer: some 200 MB of native code that only those install who index more than one machine's memory
 * holds. Only what is used of it is declared here (as of 0.37).
 */

const NAME = '@lancedb/lancedb';

/** Where it can be had: the newest line that runs on Node 20. */
const REMEDY = `npm install ${NAME}@0.37.1`;

/** A row of a table. */
export type LanceRow = Readonly<Record<string, unknown>>;

export interface LanceQuery {
  distanceType(type: 'l2'): LanceQuery;
  nprobes(count: number): LanceQuery;
  limit(count: number): LanceQuery;
  select(columns: readonly string[]): LanceQuery;
  toArray(): Promise<LanceRow[]>;
}

export interface LanceTable {
  add(rows: readonly LanceRow[]): Promise<unknown>;
  countRows(): Promise<number>;
  createIndex(column: string, options: { readonly config: unknown }): Promise<void>;
  query(): { nearestTo(vector: number[]): LanceQuery };
}

export interface LanceConnection {
  createTable(
    name: string,
    rows: readonly LanceRow[],
    options: { readonly mode: 'overwrite' },
  ): Promise<LanceTable>;
  openTable(name: string): Promise<LanceTable>;
  close(): void;
}

export interface LanceDb {
  connect(folder: string): Promise<LanceConnection>;
  readonly Index: { ivfFlat(options: { readonly distanceType: 'l2' }): unknown };
}

/**
 * Loads the engine from beside this program, or from the `node_modules` of `folder`. Never from the folders that are
 * scanned: what lies there is not run.
 *
 * @throws Error that says how to install it.
 */
export function loadLanceDb(folder: string): LanceDb {
  try {
    return createRequire(path.join(path.resolve(folder), 'index.js'))(NAME) as LanceDb;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === 'MODULE_NOT_FOUND' ? 'it is not installed' : message.split('\n')[0];
    throw new Error(
      `LanceDB cannot be used: ${reason}. Run "${REMEDY}" in ${folder}, or let TEXT_TWIN_ENGINES name the folder of its node_modules.`,
    );
  }
}
