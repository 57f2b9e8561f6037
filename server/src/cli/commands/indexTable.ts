import type { Encoder } from '../../core/embeddings/encoder';
import type { PlacedText } from '../../core/twins/placed/placedText';
import type { LanceDb } from '../../node/engines/lanceDb';
import { PassageTableWriter } from '../../node/engines/passageTable';

/** Passages embedded and written at once: each write is a file of the table, and few large ones are read faster. */
const BATCH = 8192;

/**
 * Writes all passages with their places and embeddings to a table of a vector engine.
 *
 * @param pathOf how a document's URI is written.
 * @returns how many passages.
 */
export async function writeTable(
  engine: LanceDb,
  folder: string,
  placed: readonly PlacedText[],
  pathOf: (uri: string) => string,
  encoder: Encoder,
  onProgress: (done: number) => void,
): Promise<number> {
  const writer = new PassageTableWriter(engine, folder);
  for (let start = 0; start < placed.length; start += BATCH) {
    const batch = placed.slice(start, start + BATCH);
    const distinct = new Map(batch.map(({ normal, passage }) => [normal, passage.text]));
    const embeddings = await encoder.encode([...distinct.values()], {
      onProgress: (done) => onProgress(start + done),
    });
    const normals = [...distinct.keys()];
    const byNormal = new Map(normals.map((normal, i) => [normal, embeddings[i] as Float32Array]));
    await writer.add(
      batch.map(({ normal, passage }) => ({
        passage: { ...passage, uri: pathOf(passage.uri) },
        embedding: byNormal.get(normal) as Float32Array,
      })),
    );
  }
  await writer.finish();
  return placed.length;
}
