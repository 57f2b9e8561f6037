// `npm run screenshots`: the pictures of the README, docs/images, taken in a real VS Code.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { ensureChromium } from './debian.mjs';
import { startHost } from './host.mjs';
import { loadTests } from './loadTests.mjs';
import { copySample, root } from './project.mjs';
import { Unavailable } from './unavailable.mjs';

const images = path.join(root, 'docs', 'images');

try {
  await takeAll();
} catch (error) {
  console.error(error instanceof Unavailable ? error.message : error);
  process.exitCode = 2;
}

async function takeAll() {
  const { takePictures } = await loadTests();
  const chromium = await ensureChromium();
  const host = await startHost({ tell: (line) => console.log(line) });
  try {
    await mkdir(images, { recursive: true });
    const workspace = await copySample(path.join(host.folder, 'harbour'));
    for (const file of await takePictures({ url: host.url(workspace), chromium, images })) {
      console.log(path.relative(root, file));
    }
  } finally {
    await host.stop();
  }
}
