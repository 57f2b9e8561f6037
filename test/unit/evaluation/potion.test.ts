import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { potionCosine } from '../../../models/evaluation/baselines/potionCosine';
import { loadPotion } from '../../../models/evaluation/potion';
import { readSafetensors } from '../../../models/evaluation/safetensors';

function safetensors(header: object, data: Int8Array<ArrayBuffer>): Buffer {
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  return Buffer.concat([length, json, Buffer.from(data.buffer)]);
}

const table = Int8Array.of(0, 0, 100, 100, 3, 4, 0, 10, -5, 0);
const embeddings = { dtype: 'I8', shape: [5, 2], data_offsets: [0, 10] };

describe('readSafetensors', () => {
  it('finds tensors by name and leaves out the metadata', () => {
    const file = safetensors({ __metadata__: { format: 'pt' }, embeddings }, table);
    const tensors = readSafetensors(file);
    expect([...tensors.keys()]).toEqual(['embeddings']);
    expect(tensors.get('embeddings')).toMatchObject({ dtype: 'I8', shape: [5, 2] });
    expect(new Int8Array(tensors.get('embeddings')?.bytes ?? [])).toEqual(table);
  });

  const whole = safetensors({ embeddings }, table);
  it.each([
    ['no header', whole.subarray(0, 5), /no header/],
    ['half a header', whole.subarray(0, 30), /cut short/],
    ['too little data', whole.subarray(0, whole.length - 1), /"embeddings" is cut short/],
  ])('refuses a file with %s', (_, file, message) => {
    expect(() => readSafetensors(file)).toThrow(message);
  });
});

describe('loadPotion', () => {
  let folder = '';
  const write = (name: string, content: string | Buffer) =>
    writeFile(path.join(folder, name), content);
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'text-twin-potion-'));
    const vocab = { '[PAD]': 0, '[UNK]': 1, open: 2, file: 3, '##s': 4 };
    await write('config.json', JSON.stringify({ hidden_dim: 2 }));
    await write('model.safetensors', safetensors({ embeddings }, table));
    await write(
      'tokenizer.json',
      JSON.stringify({
        version: '1.0',
        added_tokens: [],
        normalizer: { type: 'BertNormalizer', clean_text: true, lowercase: true },
        pre_tokenizer: { type: 'BertPreTokenizer' },
        post_processor: null,
        decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
        model: { type: 'WordPiece', unk_token: '[UNK]', continuing_subword_prefix: '##', vocab },
      }),
    );
  });
  afterEach(() => rm(folder, { recursive: true }));

  it.each([
    ['a word', 'Open', [0.6, 0.8]],
    ['the mean of words', 'open\nfile', [3, 14]],
    ['the pieces of a word', 'files', [-5, 10]],
    ['known words only', 'open nonsense', [3, 4]],
    ['punctuation beside a word', '(open)', [3, 4]],
    ['nothing', '', [0, 0]],
  ])('embeds %s', async (_, text, [x = 0, y = 0]) => {
    const [vector] = (await loadPotion(folder)).embed([text]);
    const norm = Math.hypot(x, y) || 1;
    expect(vector?.[0]).toBeCloseTo(x / norm, 6);
    expect(vector?.[1]).toBeCloseTo(y / norm, 6);
  });

  it('is compared by cosine', async () => {
    const similarity = await potionCosine(await loadPotion(folder)).compare(['open', 'file']);
    expect(similarity(0, 1)).toBeCloseTo(0.8, 6);
  });

  it.each([
    ['config.json', '{"hidden_dim": 3}', /model\.safetensors does not hold/],
    ['config.json', 'nonsense', /config\.json cannot be read/],
    ['tokenizer.json', '', /tokenizer\.json cannot be read/],
    ['model.safetensors', 'short', /model\.safetensors cannot be read: .*no header/],
  ])('names a bad file: %s with %j', async (name, content, message) => {
    await write(name, content);
    await expect(loadPotion(folder)).rejects.toThrow(message);
  });
});
