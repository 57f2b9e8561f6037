/** What `server/kernel` exports, each documented there. Addresses and lengths are bytes unless they say otherwise. */
export interface Kernel {
  runDirection(
    rows: number,
    blocks: number,
    tokens: number,
    stride: number,
    steps: number,
    reversed: boolean,
    scaleAt: number,
    partAt: number,
    weights: number,
    scales: number,
    hidden: number,
    state: number,
  ): void;
  poolState(
    rows: number,
    blocks: number,
    state: number,
    steps: number,
    features: number,
    featureBytes: number,
  ): void;
  meanWords(
    rows: number,
    tokens: number,
    stride: number,
    steps: number,
    scaleAt: number,
    partAt: number,
    count: number,
    features: number,
    featureBytes: number,
  ): void;
  multiply(
    a: number,
    b: number,
    bias: number,
    out: number,
    rows: number,
    inner: number,
    columns: number,
  ): void;
  quantise(from: number, to: number, count: number, scaleAt: number): void;
  toUnit(rows: number, size: number, count: number): void;
}

/** The kernel's binary, compiled; threads may share it. */
export interface KernelBinary {
  readonly module: WebAssembly.Module;
  /** Whether it works on a memory that several threads share. */
  readonly shared: boolean;
}

/** Bytes of a page of WebAssembly's memory. */
const PAGE = 65_536;
/** What `server/kernel` is compiled for, 1 GiB; the shipped model needs 45 MB. */
const MOST_PAGES = 16_384;
export const MOST_BYTES = MOST_PAGES * PAGE;

/**
 * Compiles the kernel.
 *
 * @returns undefined when the engine lacks what the binary needs (SIMD; threads, if it is the shared one)
 */
export async function compileKernel(
  bytes: Uint8Array,
  shared: boolean,
): Promise<KernelBinary | undefined> {
  const source = bytes as Uint8Array<ArrayBuffer>;
  if (shared && typeof SharedArrayBuffer === 'undefined') return undefined;
  if (!WebAssembly.validate(source)) return undefined;
  return { module: await WebAssembly.compile(source), shared };
}

/** A memory of at least `bytes`, all zero. Pages that are never written cost nothing. */
export function createMemory(bytes: number, shared: boolean): WebAssembly.Memory {
  const initial = Math.ceil(bytes / PAGE);
  return new WebAssembly.Memory(
    shared ? { initial, maximum: MOST_PAGES, shared } : { initial, maximum: initial },
  );
}

export async function startKernel(
  { module }: KernelBinary,
  memory: WebAssembly.Memory,
): Promise<Kernel> {
  const instance = await WebAssembly.instantiate(module, { env: { memory } });
  return instance.exports as unknown as Kernel;
}
