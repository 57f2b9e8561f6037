import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import { readSafetensors } from './safetensors';
import { toUnit } from './vectors';

/** Tokens of a text beyond these are not read, as in Model2Vec. */
const MAX_TOKENS = 512;
/** Bound of the word cache; prose has a few ten thousand distinct words. */
const MAX_CACHED_WORDS = 100_000;
/** The tokenizer splits here anyway; a word is tokenised once and remembered. */
const WHITE_SPACE = /\s+/;

/** A static sentence encoder: a row per token, averaged. */
export interface Potion {
  /** One vector of unit length per text, in order; the zero vector for a text without a known token. */
  embed(texts: readonly string[]): Float32Array[];
}

/**
 * Loads potion-base-4M (Model2Vec by the Minish Lab, MIT; 128 dimensions) from its folder: `config.json`,
 * `model.safetensors`, `tokenizer.json`. The int8 table has one scale for all rows; it cancels when the mean is
 * scaled to unit length.
 *
 * @throws Error naming the file that cannot be read or is not what it should be.
 */
export async function loadPotion(folder: string): Promise<Potion> {
  const [dimensions, tokenizer, tensors] = await Promise.all([
    read(folder, 'config.json', (bytes) => Number(parseJson(bytes).hidden_dim)),
    read(folder, 'tokenizer.json', (bytes) => new Tokenizer(parseJson(bytes), {})),
    read(folder, 'model.safetensors', readSafetensors),
  ]);
  const table = tensors.get('embeddings');
  if (table?.dtype !== 'I8' || table.shape[1] !== dimensions) {
    const wanted = `an int8 tensor "embeddings" of ${dimensions} columns`;
    throw new Error(`${path.join(folder, 'model.safetensors')} does not hold ${wanted}`);
  }
  const rows = new Int8Array(table.bytes.buffer, table.bytes.byteOffset, table.bytes.length);
  const tokensOf = cachedTokens(tokenizer);
  return { embed: (texts) => texts.map((text) => meanRow(tokensOf(text), rows, dimensions)) };
}

/** The ids of a text without those of unknown words, as Model2Vec takes them. */
function cachedTokens(tokenizer: Tokenizer): (text: string) => number[] {
  const unknown = tokenizer.token_to_id('[UNK]');
  const cache = new Map<string, readonly number[]>();
  const tokensOfWord = (word: string) => {
    const cached = cache.get(word);
    if (cached) return cached;
    const { ids } = tokenizer.encode(word, { add_special_tokens: false });
    const known = ids.filter((id) => id !== unknown);
    if (cache.size >= MAX_CACHED_WORDS) cache.clear();
    cache.set(word, known);
    return known;
  };
  return (text) => text.split(WHITE_SPACE).flatMap(tokensOfWord).slice(0, MAX_TOKENS);
}

function meanRow(ids: readonly number[], rows: Int8Array, dimensions: number): Float32Array {
  const sum = new Float32Array(dimensions);
  for (const id of ids) {
    const start = id * dimensions;
    for (let d = 0; d < dimensions; d++) sum[d] = (sum[d] as number) + (rows[start + d] as number);
  }
  return toUnit(sum);
}

async function read<T>(folder: string, name: string, parse: (bytes: Buffer) => T): Promise<T> {
  const file = path.join(folder, name);
  try {
    return parse(await readFile(file));
  } catch (error) {
    throw new Error(`${file} cannot be read: ${(error as Error).message}`);
  }
}

function parseJson(bytes: Buffer): Record<string, unknown> {
  return JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;
}
