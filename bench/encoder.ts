import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { loadPotion } from '../models/evaluation/potion';
import { compileKernel, type KernelBinary } from '../server/src/core/embeddings/kernel/kernel';
import { KernelEncoder } from '../server/src/core/embeddings/kernel/kernelEncoder';
import { packModel } from '../server/src/core/embeddings/kernel/packedModel';
import { loadModel } from '../server/src/core/embeddings/loadModel';
import type { Manifest } from '../server/src/core/embeddings/manifest';
import { decode, readModelFiles } from '../server/src/core/embeddings/modelFiles';
import { TfEncoder } from '../server/src/core/embeddings/tfEncoder';
import { readWeights } from '../server/src/core/embeddings/weightFile';
import { EncoderPool } from '../server/src/node/encoder/encoderPool';
import { modelFolder } from '../server/src/node/encoder/modelFolder';
import { openOnnxEncoder } from './encoderOnnx';
import { collectTexts } from './encoderTexts';
import { openTransformer } from './encoderTransformer';

/** A line of the table. */
export interface Row {
  readonly measure: string;
  readonly value: number;
  readonly unit: string;
  /** What the issue asks for; absent where it asks for nothing. */
  readonly target?: string;
  readonly met?: boolean;
}

/** Rounds; each times every contender once, so that a busy moment meets them all. */
const ROUNDS = 7;
/** Sequences in a batch, for every contender. */
const BATCH = 64;
/** Tokens of the passages that are timed: 24 on average. */
const TOKENS = { least: 13, most: 64 };
const MINILM_TOKENS = 24;

interface Contender {
  readonly name: string;
  /** Texts of one round: enough for a tenth of a second. */
  readonly texts: readonly string[];
  run(texts: readonly string[]): Promise<unknown>;
}

/**
 * Encoders on one core, on the same passages in the same run: processor time per text, medians. Everything is counted
 * from the text on (tokenizer, batching), but for the transformer, which is fed random tokens.
 *
 * @param root the repository, built
 */
export async function benchEncoder(root = process.cwd()): Promise<Row[]> {
  const folder = modelFolder(path.join(root, 'models', 'encoder'));
  const model = await readModelFiles(folder);
  const { manifest, tokenizer } = model;
  const all = (await collectTexts(root)).filter((text) => {
    const { length } = tokenizer.encode(text, TOKENS.most + 1);
    return length >= TOKENS.least && length <= TOKENS.most;
  });
  const texts = shuffled(all);
  const tokensOf = (text: string) => tokenizer.encode(text, manifest.window);
  const tokens = texts.reduce((sum, text) => sum + tokensOf(text).length, 0) / texts.length;

  const contenders: Contender[] = [];
  const add = (name: string, count: number, run: Contender['run']) =>
    contenders.push({ name, texts: texts.slice(0, count), run });

  const wasm = path.join(root, 'dist', 'wasm', 'encoder-kernel.wasm');
  const binary = (await compileKernel(await readFile(wasm), false)) as KernelBinary;
  const { packed } = await packModel(folder, binary, { rows: BATCH, threads: 1 });
  const ours = await KernelEncoder.start(packed, 0, tokenizer);
  add('ours', texts.length, (some) => ours.encode(some));
  add('tokenizer', texts.length, async (some) => {
    for (const text of some) tokenizer.encode(text, manifest.window);
  });

  const { weightsManifest, modelTopology } = JSON.parse(decode(model.topology)) as tf.io.ModelJSON;
  const arrays = readWeights(weightsManifest, model.weightData, manifest.sizes);
  const onnx = await openOnnxEncoder(manifest.sizes, arrays);
  await requireSame(ours, await onnx([tokensOf(texts[0] as string)]), texts[0] as string);
  add('onnxruntime', texts.length, (some) => inBatches(some.map(tokensOf), onnx));

  tf.env().set('PROD', true);
  setWasmPaths(path.join(root, 'node_modules/@tensorflow/tfjs-backend-wasm/dist') + path.sep);
  await tf.setBackend('wasm');
  await tf.ready();
  const fused = new TfEncoder(await loadModel(folder), BATCH);
  add('fallback', 512, (some) => fused.encode(some));
  const stock = await layers.loadLayersModel(
    tf.io.fromMemory({
      modelTopology: modelTopology as object,
      weightSpecs: weightsManifest.flatMap((group) => group.weights),
      weightData: model.weightData.slice().buffer as ArrayBuffer,
    }),
  );
  add('stock', 512, (some) => inEqualBatches(some.map(tokensOf), (batch) => predict(stock, batch)));

  const transformer = await openTransformer();
  add('transformer', BATCH, (some) => transformer(some.length, MINILM_TOKENS));
  const potion = await loadPotion(path.join(root, '../shared/peers/potion-base-4m-int8')).catch(
    () => undefined,
  );
  if (potion) add('potion', texts.length, async (some) => potion.embed(some));

  const cost = await timeAll(contenders);
  const rate = (name: string) => 1000 / (cost.get(name) as number);
  const against = (name: string) => rate('ours') / rate(name);
  const rows: Row[] = [
    {
      measure: `tokens of a text (${texts.length} passages of this repository)`,
      value: tokens,
      unit: '',
    },
    { measure: 'encode, one core', value: rate('ours'), unit: 'texts/s' },
    atLeast('… against stock tfjs-layers on WASM, same weights', against('stock'), 5),
    {
      measure: '… against our own pass on tfjs WASM (the fallback)',
      value: against('fallback'),
      unit: '×',
    },
    atLeast('… against onnxruntime’s LSTM, one thread, same weights', against('onnxruntime'), 0.5),
    atLeast('… against a transformer of MiniLM’s shape', against('transformer'), 15),
    {
      measure: 'the tokenizer’s share of it',
      value: ((cost.get('tokenizer') as number) / (cost.get('ours') as number)) * 100,
      unit: '%',
      target: '≤ 20',
      met: (cost.get('tokenizer') as number) <= 0.2 * (cost.get('ours') as number),
    },
    await timeStart(root, manifest),
    await measureDifference(ours, fused, texts.slice(0, 512)),
  ];
  if (potion)
    rows.push({ measure: '… against potion’s table', value: against('potion'), unit: '×' });
  return rows;
}

const atLeast = (measure: string, value: number, least: number): Row => ({
  measure,
  value,
  unit: '×',
  target: `≥ ${least}`,
  met: value >= least,
});

/** Processor milliseconds per text, the median of the rounds. */
async function timeAll(contenders: readonly Contender[]): Promise<Map<string, number>> {
  const times = new Map(contenders.map(({ name }) => [name, [] as number[]]));
  for (let round = -1; round < ROUNDS; round++) {
    for (const { name, texts, run } of contenders) {
      const started = process.cpuUsage();
      await run(texts);
      const { user, system } = process.cpuUsage(started);
      // The first round compiles and fills caches.
      if (round >= 0) times.get(name)?.push((user + system) / 1000 / texts.length);
    }
  }
  return new Map([...times].map(([name, values]) => [name, median(values)]));
}

/** A fresh thread until its first embedding: scripts, files, checks, packing, kernel. */
async function timeStart(root: string, manifest: Manifest): Promise<Row> {
  const scriptDir = path.join(root, 'dist');
  const modelDir = path.join(root, 'models', 'encoder');
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const started = process.cpuUsage();
    const options = { scriptDir, modelDir, threads: 1 };
    const pool = await EncoderPool.start(options, { id: '', sha256: '' }, manifest.embeddingSize);
    await pool.encode(['The first text of all.']);
    const { user, system } = process.cpuUsage(started);
    await pool.dispose();
    times.push((user + system) / 1000);
  }
  const value = median(times);
  return {
    measure: 'thread, model and first embedding, processor time',
    value,
    unit: 'ms',
    target: '≤ 150',
    met: value <= 150,
  };
}

/** @throws Error when the graph is not the encoder: its time would say nothing. */
async function requireSame(ours: KernelEncoder, graph: Float32Array, text: string): Promise<void> {
  const [embedding] = await ours.encode([text]);
  const same = embedding?.every((value, d) => Math.abs(value - (graph[d] as number)) < 1e-4);
  if (!same) throw new Error('the ONNX graph is not the encoder');
}

async function measureDifference(
  ours: KernelEncoder,
  reference: TfEncoder,
  texts: readonly string[],
): Promise<Row> {
  const [fast, slow] = [await ours.encode(texts), await reference.encode(texts)];
  let value = 0;
  fast.forEach((row, i) => {
    row.forEach((x, d) => {
      value = Math.max(value, Math.abs(x - (slow[i]?.[d] as number)));
    });
  });
  return {
    measure: 'greatest difference of a component from the reference',
    value,
    unit: '',
    target: '≤ 1e-4',
    met: value <= 1e-4,
  };
}

async function inBatches(
  sequences: readonly (readonly number[])[],
  run: (batch: readonly (readonly number[])[]) => Promise<unknown>,
): Promise<void> {
  const sorted = [...sequences].sort((a, b) => a.length - b.length);
  for (let start = 0; start < sorted.length; start += BATCH) {
    await run(sorted.slice(start, start + BATCH));
  }
}

/** Batches without padding, which the stock layers cannot mask: sequences of one length each. */
async function inEqualBatches(
  sequences: readonly (readonly number[])[],
  run: (batch: readonly (readonly number[])[]) => Promise<unknown>,
): Promise<void> {
  const lengths = new Set(sequences.map(({ length }) => length));
  for (const length of lengths) {
    await inBatches(
      sequences.filter((ids) => ids.length === length),
      run,
    );
  }
}

async function predict(
  model: layers.LayersModel,
  batch: readonly (readonly number[])[],
): Promise<void> {
  const ids = tf.tensor2d(batch as number[][], undefined, 'int32');
  const embeddings = model.predict(ids) as tf.Tensor;
  await embeddings.data();
  tf.dispose([ids, embeddings]);
}

/** The same order in every run, and no file's texts together. */
function shuffled(texts: readonly string[]): string[] {
  return texts
    .map((text, i) => ({ text, key: Math.imul(i + 1, 0x9e3779b1) >>> 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ text }) => text);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] as number;
}
