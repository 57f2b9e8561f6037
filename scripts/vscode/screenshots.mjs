// `npm run screenshots [-- NAME]`: goes the journeys (those of a name) and takes pictures of what they see, in each
// theme, into .cache/vscode/looks; without a name, then makes the pictures of the README, docs/images.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { animate } from './animate.mjs';
import { ensureChromium } from './debian.mjs';
import { startHost } from './host.mjs';
import { loadTests, work } from './loadTests.mjs';
import { copySample, root } from './project.mjs';
import { Unavailable } from './unavailable.mjs';

const images = path.join(root, 'docs', 'images');
const tell = (line) => console.log(line);
const [filter] = process.argv.slice(2);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(2));
try {
  await takeAll();
} catch (error) {
  console.error(error instanceof Unavailable ? error.message : error);
  process.exitCode = 2;
}

async function takeAll() {
  const { journeys, runJourneys, takePictures } = await loadTests();
  const chromium = await ensureChromium();
  const host = await startHost({ tell });
  try {
    if (!filter || filter === 'README') await illustrate(takePictures, host, chromium);
    const wanted = journeys.filter(({ name }) => new RegExp(filter ?? '').test(name));
    const looks = path.join(work, 'looks');
    const pictures = path.join(work, 'failures');
    const { failed } = await runJourneys(wanted, { host, chromium, pictures, looks, tell });
    tell(`Pictures: ${path.relative(root, looks)}`);
    if (failed > 0) process.exitCode = 1;
  } finally {
    await host.stop();
  }
}

/** Makes the pictures of the README. */
async function illustrate(takePictures, host, chromium) {
  const frames = await mkdtemp(path.join(tmpdir(), 'text-twin-frames-'));
  try {
    await mkdir(images, { recursive: true });
    const workspace = await copySample(path.join(host.folder, 'harbour'));
    const taken = await takePictures({ url: host.url(workspace), chromium, images, frames });
    const film = path.join(images, 'typing.gif');
    await animate(taken.frames, film);
    for (const file of [...taken.pictures, film]) tell(path.relative(root, file));
  } finally {
    await rm(frames, { recursive: true, force: true });
  }
}
