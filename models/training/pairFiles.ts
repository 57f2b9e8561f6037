import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

/** Two texts and whether they say the same. */
export interface Pair {
  readonly a: string;
  readonly b: string;
  /** Y: 1 the same, 0 different; graded in between. */
  readonly isDuplicate: number;
  /** Everything else the line held (kind, key, source, licence, …). */
  readonly extra: Readonly<Record<string, unknown>>;
}

/** The API member that a pair is about, if its key says so; overloads are documented alike and count as one. */
export function memberOf({ extra }: Pair): string | undefined {
  return extra.key === undefined ? undefined : String(extra.key).replace(/\(.*$/, '');
}

/** The lines of a text file, gunzipped when its name ends in `.gz`. */
export async function* linesOf(file: string): AsyncGenerator<string> {
  const raw = createReadStream(file);
  const input = file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw;
  // A stream's error does not cross `pipe`: without this a missing file would hang the reader.
  raw.on('error', (error) => input.destroy(new Error(`${file} cannot be read: ${error.message}`)));
  yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
}

/**
 * Reads labelled pairs: JSON lines `{"a", "b", "y"}` or tab-separated `a⇥b⇥y` (`.tsv`), optionally gzipped.
 *
 * @throws Error naming the file and line of the first malformed pair, or the file that cannot be read.
 */
export async function readPairs(file: string): Promise<Pair[]> {
  const parse = /\.tsv(\.gz)?$/.test(file) ? parseTabbed : parseJson;
  const pairs: Pair[] = [];
  let number = 0;
  for await (const line of linesOf(file)) {
    number++;
    if (line.trim() === '') continue;
    try {
      pairs.push(parse(line));
    } catch (error) {
      throw new Error(`${file}:${number}: ${(error as Error).message}`);
    }
  }
  return pairs;
}

function parseJson(line: string): Pair {
  const { a, b, y, ...extra } = JSON.parse(line) as Record<string, unknown>;
  return toPair(a, b, y, extra);
}

function parseTabbed(line: string): Pair {
  const [a, b, y] = line.split('\t');
  return toPair(a, b, Number(y), {});
}

function toPair(a: unknown, b: unknown, y: unknown, extra: Record<string, unknown>): Pair {
  if (typeof a !== 'string' || typeof b !== 'string') throw new Error('"a" and "b" must be texts');
  if (typeof y !== 'number' || !(y >= 0 && y <= 1)) throw new Error('"y" must be in [0, 1]');
  return { a, b, isDuplicate: y, extra };
}
