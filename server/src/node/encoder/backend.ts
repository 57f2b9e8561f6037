import type { EventEmitter } from 'node:events';
import path from 'node:path';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';

/** Events for which Emscripten adds process listeners that rethrow; they would end the server. */
const CRASH_EVENTS = ['uncaughtException', 'unhandledRejection'] as const;

/**
 * Starts the fastest tfjs backend there is: tfjs-node where it is installed and its native library loads,
 * else WASM from `wasmDir` (SIMD where the engine has it, plain otherwise).
 *
 * @returns the backend in words: `tensorflow`, `wasm-simd` or `wasm`
 * @throws Error when neither starts, naming the folder.
 */
export async function startBackend(wasmDir: string): Promise<string> {
  tf.env().set('PROD', true);
  return (await startNative()) ?? (await startWasm(wasmDir));
}

async function startNative(): Promise<string | undefined> {
  try {
    require('@tensorflow/tfjs-node');
    return (await tf.setBackend('tensorflow')) ? 'tensorflow' : undefined;
  } catch {
    return undefined;
  }
}

async function startWasm(wasmDir: string): Promise<string> {
  const emitter: EventEmitter = process;
  const before = new Map(CRASH_EVENTS.map((event) => [event, new Set(emitter.listeners(event))]));
  setWasmPaths(wasmDir + path.sep);
  const started = await tf.setBackend('wasm').catch(() => false);
  for (const event of CRASH_EVENTS) {
    for (const listener of emitter.listeners(event)) {
      if (before.get(event)?.has(listener)) continue;
      emitter.removeListener(event, listener as (...args: unknown[]) => void);
    }
  }
  if (!started) {
    throw new Error(
      `No TensorFlow.js backend starts with the files of ${wasmDir}. Reinstall Text Twin.`,
    );
  }
  await tf.ready();
  return (await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT')) ? 'wasm-simd' : 'wasm';
}
