import { readFile, stat, writeFile } from 'node:fs/promises';
import gifenc from 'gifenc';
import { PNG } from 'pngjs';

const { applyPalette, GIFEncoder, quantize } = gifenc;

/** The largest a picture of the README may be, in bytes. */
const largest = 1_000_000;

/**
 * Makes an animated GIF of PNGs of one size; each is shown for its time in ms. Throws when it is too large for a
 * README.
 */
export async function animate(frames, file) {
  const gif = GIFEncoder();
  let before;
  for (const { picture, ms } of frames) {
    const { data, width, height } = PNG.sync.read(await readFile(picture));
    const palette = quantize(data, 255);
    const indexed = applyPalette(data, palette);
    // One more colour stands for "as before": most of a window does not change, and that packs well.
    const transparentIndex = palette.length;
    palette.push([0, 0, 0]);
    const drawn = before
      ? indexed.map((value, at) => (same(data, before, at) ? transparentIndex : value))
      : indexed;
    const options = {
      palette,
      delay: ms,
      transparent: before !== undefined,
      transparentIndex,
      dispose: 1,
    };
    gif.writeFrame(drawn, width, height, options);
    before = data;
  }
  gif.finish();
  await writeFile(file, gif.bytes());
  const { size } = await stat(file);
  if (size > largest) throw new Error(`${file} has ${size} bytes, more than ${largest}.`);
}

/** Whether a pixel has the same colour in two pictures. */
function same(a, b, pixel) {
  const at = 4 * pixel;
  return a[at] === b[at] && a[at + 1] === b[at + 1] && a[at + 2] === b[at + 2];
}
