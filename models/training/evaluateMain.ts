import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadModel } from '../../server/src/core/embeddings/loadModel';
import { TfEncoder } from '../../server/src/core/embeddings/tfEncoder';
import { startBackend } from '../../server/src/node/encoder/backend';
import { modelFolder } from '../../server/src/node/encoder/modelFolder';
import { evaluate } from './evaluate';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '../shared/data' },
      model: { type: 'string', default: path.join(__dirname, 'encoder') },
    },
  });
  const backend = await startBackend(path.join(__dirname, 'wasm'));
  const model = await loadModel(modelFolder(values.model));
  const { id, version } = model.manifest;
  process.stdout.write(
    `${id} ${version} (${model.identity.sha256.slice(0, 12)}) on ${backend}\n\n`,
  );
  process.stdout.write(
    '| set | measure | pairs | Text Twin | token Jaccard |\n|---|---|---|---|---|\n',
  );
  for await (const row of evaluate(new TfEncoder(model, 128), values.data)) {
    const cells = [row.set, row.measure, row.pairs, row.ours.toFixed(4), row.jaccard.toFixed(4)];
    process.stdout.write(`| ${cells.join(' | ')} |\n`);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`evaluate: ${(error as Error).message}\n`);
  process.exitCode = 2;
});
