import type { Position } from '../../core/documents/lines';
import type { PlacedPassage } from '../../core/twins/twin';
import type { LanceDb, LanceRow, LanceTable } from './lanceDb';

const TABLE = 'passages';

/** Rows below which every vector is looked at: that is exact and takes milliseconds. */
const INDEX_FROM = 100_000;

/**
 * Cells of the index that a query visits. LanceDB makes a cell per 4,096 rows or so; the neighbours that matter
 * are near, and near ones lie in the nearest cells.
 */
const PROBES = 64;

/** A passage with its embedding. */
export interface EmbeddedPassage {
  readonly passage: PlacedPassage;
  readonly embedding: Float32Array;
}

/** Writes passages to a table in a folder, in place of those that were there. */
export class PassageTableWriter {
  readonly #engine: LanceDb;
  readonly #folder: string;
  #table: LanceTable | undefined;

  constructor(engine: LanceDb, folder: string) {
    this.#engine = engine;
    this.#folder = folder;
  }

  /** Adds at least one passage. */
  async add(passages: readonly EmbeddedPassage[]): Promise<void> {
    const rows = passages.map(toRow);
    if (this.#table) {
      await this.#table.add(rows);
      return;
    }
    const connection = await this.#engine.connect(this.#folder);
    this.#table = await connection.createTable(TABLE, rows, { mode: 'overwrite' });
  }

  /** Makes the index where a table is large enough to need one. */
  async finish(): Promise<void> {
    if (!this.#table || (await this.#table.countRows()) < INDEX_FROM) return;
    const config = this.#engine.Index.ivfFlat({ distanceType: 'l2' });
    await this.#table.createIndex('vector', { config });
  }
}

/**
 * The passages of a table that are probably nearest to an embedding, nearest first. Whoever asks compares anew: the
 * table may come from elsewhere.
 *
 * @throws Error where the folder holds no such table, or one of another model.
 */
export async function findCandidates(
  engine: LanceDb,
  folder: string,
  embedding: Float32Array,
  count: number,
): Promise<readonly PlacedPassage[]> {
  const connection = await engine.connect(folder);
  try {
    const table = await connection.openTable(TABLE);
    const rows = await table
      .query()
      .nearestTo(Array.from(embedding))
      .distanceType('l2')
      .nprobes(PROBES)
      .limit(count)
      .select([...COLUMNS, '_distance'])
      .toArray();
    return rows.flatMap((row) => fromRow(row) ?? []);
  } finally {
    connection.close();
  }
}

function toRow({ passage, embedding }: EmbeddedPassage): LanceRow {
  return {
    vector: Array.from(embedding),
    path: passage.uri,
    kind: passage.kind,
    startLine: passage.start.line,
    startCharacter: passage.start.character,
    endLine: passage.end.line,
    endCharacter: passage.end.character,
    text: passage.text,
  };
}

/** Columns beside `vector`. */
const COLUMNS = [
  'path',
  'kind',
  'startLine',
  'startCharacter',
  'endLine',
  'endCharacter',
  'text',
] as const;

const KINDS: ReadonlySet<unknown> = new Set(['comment', 'doc', 'markdown', 'text']);

/** A row as a passage; undefined for one that no export wrote. */
function fromRow(row: LanceRow): PlacedPassage | undefined {
  const { path, kind, text } = row;
  const start = positionFrom(row.startLine, row.startCharacter);
  const end = positionFrom(row.endLine, row.endCharacter);
  if (typeof path !== 'string' || typeof text !== 'string' || !KINDS.has(kind)) return undefined;
  if (!start || !end) return undefined;
  return { uri: path, kind: kind as PlacedPassage['kind'], start, end, text };
}

function positionFrom(line: unknown, character: unknown): Position | undefined {
  return isCount(line) && isCount(character) ? { line, character } : undefined;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
