// Compiles server/kernel (AssemblyScript) to WebAssembly: for a memory of one thread, and for one that threads share.
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import asc from 'assemblyscript/asc';
import { packageFolder } from './packageFolder.mjs';

const root = path.resolve(import.meta.dirname, '..');
const source = path.join(root, 'server', 'kernel');
/** The compiler takes seconds; what it made of these very sources is kept. */
const cache = path.join(root, 'node_modules', '.cache', 'text-twin-kernel');

const COMMON = '-O3 --noAssert --runtime stub --importMemory --noExportMemory --enable simd'.split(
  ' ',
);
/** 16384 pages: `MOST_PAGES` in server/src/core/embeddings/kernel/kernel.ts. */
const VARIANTS = {
  'encoder-kernel.wasm': [],
  'encoder-kernel-shared.wasm': '--enable threads --sharedMemory --maximumMemory 16384'.split(' '),
};

/** Writes both binaries into `folder`. */
export async function buildKernel(folder) {
  const hash = await hashSources();
  for (const [name, options] of Object.entries(VARIANTS)) {
    const kept = path.join(cache, `${hash}-${name}`);
    const missing = await copyFile(kept, path.join(folder, name)).then(
      () => false,
      () => true,
    );
    if (!missing) continue;
    await compile(kept, options);
    await copyFile(kept, path.join(folder, name));
  }
}

async function compile(file, options) {
  await mkdir(cache, { recursive: true });
  // Builds may run side by side: each writes a file of its own, and a whole one takes its place.
  const made = `${file}.${process.pid}`;
  const main = path.join('server', 'kernel', 'main.ts');
  const output = path.relative(root, made);
  const { error, stderr } = await asc.main(
    [main, '--baseDir', root, '-o', output, ...COMMON, ...options],
    {},
  );
  if (error) throw new Error(`server/kernel does not compile: ${error.message}\n${stderr}`);
  await rename(made, file);
}

async function hashSources() {
  const hash = createHash('sha256').update(await readFile(import.meta.filename));
  hash.update(await readFile(path.join(packageFolder('assemblyscript'), 'package.json')));
  for (const name of (await readdir(source)).filter((file) => file.endsWith('.ts')).sort()) {
    hash.update(name).update(await readFile(path.join(source, name)));
  }
  return hash.digest('hex').slice(0, 16);
}
