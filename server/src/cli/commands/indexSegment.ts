import { rename, rm } from 'node:fs/promises';
import { isUnit } from '../../core/embeddings/cache/block';
import type { Encoder } from '../../core/embeddings/encoder';
import type { PlacedText } from '../../core/twins/placed/placedText';
import { keysOf } from '../../node/cache/keysOf';
import { SegmentWriter } from '../../node/cache/segmentWriter';

/** Texts embedded and written at once. */
const BATCH = 2048;

/**
 * Writes the embeddings of all distinct texts to a file: a segment as in the cache, in the order of the passages,
 * in which a scan asks for them. Writes beside the file and renames, so that it is never seen half written.
 *
 * @returns how many embeddings.
 * @throws NodeJS.ErrnoException
 */
export async function writeSegment(
  path: string,
  placed: readonly PlacedText[],
  encoder: Encoder,
  onProgress: (done: number) => void,
): Promise<number> {
  const texts = [...new Map(placed.map(({ normal, passage }) => [normal, passage.text]))];
  const partial = `${path}.${process.pid}.partial`;
  const writer = await SegmentWriter.create(partial, encoder);
  try {
    let count = 0;
    for (let start = 0; start < texts.length; start += BATCH) {
      const batch = texts.slice(start, start + BATCH);
      const embeddings = await encoder.encode(
        batch.map(([, text]) => text),
        { onProgress: (done) => onProgress(start + done) },
      );
      const sound = batch.filter((_, i) => isUnit(embeddings[i] as Float32Array));
      await writer.append(keysOf(sound.map(([normal]) => normal)), embeddings.filter(isUnit));
      count += sound.length;
    }
    await writer.close();
    await rename(partial, path);
    return count;
  } catch (error) {
    await writer.close().catch(() => undefined);
    await rm(partial, { force: true });
    throw error;
  }
}
