// Compiles server/searchKernel (AssemblyScript) to WebAssembly. The binary is a kilobyte and is kept in the sources, as
// text: the core opens no files. `node scripts/searchKernel.mjs` writes it anew, `--check` compares the two.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import asc from 'assemblyscript/asc';

const root = path.resolve(import.meta.dirname, '..');
const kept = path.join(root, 'server', 'src', 'core', 'twins', 'search', 'kernelBinary.ts');

/** The TypeScript that holds the compiled kernel. */
async function searchKernelSource() {
  const folder = await mkdtemp(path.join(tmpdir(), 'text-twin-kernel-'));
  try {
    const binary = path.join(folder, 'kernel.wasm');
    const { error, stderr } = await asc.main([
      path.join('server', 'searchKernel', 'main.ts'),
      ...['--baseDir', root, '-o', path.relative(root, binary)],
      ...'-O3 --noAssert --runtime stub --importMemory --noExportMemory --enable simd'.split(' '),
    ]);
    if (error) throw new Error(`server/searchKernel does not compile: ${error.message}\n${stderr}`);
    const lines = (await readFile(binary)).toString('base64').match(/.{1,90}/g) ?? [];
    return [
      '/** `server/searchKernel`, compiled by `scripts/searchKernel.mjs`; base64. */',
      'export const KERNEL_BINARY = [',
      ...lines.map((line) => `  '${line}',`),
      "].join('');",
      '',
    ].join('\n');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const source = await searchKernelSource();
if (!process.argv.includes('--check')) await writeFile(kept, source);
else if ((await readFile(kept, 'utf8')) !== source) {
  throw new Error(`${path.relative(root, kept)} is out of date: run node scripts/searchKernel.mjs`);
}
