import { KERNEL_BINARY } from './kernelBinary';
import { plainKernel } from './plainKernel';

/** The inner loops of the search, on a memory; addresses are bytes. `server/searchKernel` documents them. */
export interface SearchKernel {
  filter(
    table: number,
    list: number,
    count: number,
    wanted: number,
    firstLimit: number,
    limit: number,
    passed: number,
  ): number;
  list(
    distances: number,
    toOwn: number,
    scales: number,
    reaches: number,
    count: number,
    most: number,
    list: number,
  ): number;
  extend(
    distances: number,
    toOwn: number,
    scales: number,
    reaches: number,
    count: number,
    list: number,
  ): number;
  match(
    table: number,
    other: number,
    wanted: number,
    count: number,
    from: number,
    to: number,
    reach: number,
    firstLimit: number,
    limit: number,
    work: number,
    passed: number,
  ): number;
  product(
    rows: number,
    biases: number,
    groups: number,
    width: number,
    vector: number,
    products: number,
  ): void;
  least(numbers: number, count: number): number;
}

/** Makes a kernel that works on a memory. */
export type KernelMaker = (memory: WebAssembly.Memory) => SearchKernel;

/** SIMD where the engine has it, else plain JavaScript. */
export const bestKernel: KernelMaker = (memory) => {
  simd ??= compile() ?? 'none';
  return simd === 'none' ? plainKernel(memory) : instantiate(simd, memory);
};

let simd: WebAssembly.Module | 'none' | undefined;

/** Undefined where the engine has no SIMD, or where compiling is not allowed. */
function compile(): WebAssembly.Module | undefined {
  try {
    // A kilobyte: quick enough to be compiled at once.
    return new WebAssembly.Module(Uint8Array.from(atob(KERNEL_BINARY), (c) => c.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

function instantiate(module: WebAssembly.Module, memory: WebAssembly.Memory): SearchKernel {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  return exports as unknown as SearchKernel;
}
