import { selectKeys } from '../../core/embeddings/cache/keys';
import { KeyTable } from '../../core/embeddings/cache/keyTable';
import type { EmbeddingOrigin } from '../../core/embeddings/cache/segmentHeader';
import { ABANDONED_MS, type CacheLimits } from './limits';
import type { SegmentFolder, StoredSegment } from './segmentFolder';
import { modelPrefix, newStem } from './segmentName';
import { SegmentReader } from './segmentReader';
import { SegmentWriter } from './segmentWriter';

/** Records copied at once. */
const BATCH = 2048;

/**
 * Merges small segments of a model into one, each record once and only if it is intact. Does nothing while there
 * are few.
 *
 * The new file gets its lasting name when it is whole, and only then do the old ones go: whoever is killed, and
 * whoever else merges at the same time, leaves records twice at worst.
 *
 * @throws NodeJS.ErrnoException when the new file cannot be written; the old ones are still there.
 */
export async function mergeSegments(
  folder: SegmentFolder,
  origin: EmbeddingOrigin,
  limits: CacheLimits,
): Promise<void> {
  const small = (await folder.listReadable(origin.model)).filter(
    ({ bytes, state, usedAt }) =>
      bytes < limits.segmentBytes / 2 && (state === 'sealed' || usedAt < Date.now() - ABANDONED_MS),
  );
  if (small.length <= limits.smallSegments) return;
  const stem = newStem(modelPrefix(origin.model));
  const path = folder.pathOf(stem, 'partial');
  const writer = await SegmentWriter.create(path, origin);
  const merged: StoredSegment[] = [];
  try {
    const met = new KeyTable();
    for (const segment of small) {
      if (writer.bytes + segment.bytes > limits.segmentBytes) break;
      await copyRecords(segment, origin, writer, met);
      merged.push(segment);
    }
    await writer.close();
    await folder.seal(stem, 'partial');
  } catch (error) {
    await writer.close().catch(() => undefined);
    await folder.remove(path);
    throw error;
  }
  for (const segment of merged) await folder.remove(segment.path);
}

async function copyRecords(
  { path }: StoredSegment,
  origin: EmbeddingOrigin,
  writer: SegmentWriter,
  met: KeyTable,
): Promise<void> {
  const opened = await SegmentReader.open(path, origin).catch(() => undefined);
  // Foreign, damaged from its start, or gone: nothing to copy.
  if (!opened) return;
  const { reader, keys } = opened;
  try {
    for (let start = 0; start < reader.count; start += BATCH) {
      const length = Math.min(BATCH, reader.count - start);
      const batch = Array.from({ length }, (_, i) => start + i).filter(
        (record) => met.get(keys, record) === undefined,
      );
      const found = await reader.read(batch);
      const intact = batch.filter((_, at) => found[at] !== undefined);
      for (const record of intact) met.set(keys, record, 1);
      const embeddings = found.filter((embedding) => embedding !== undefined);
      await writer.append(selectKeys(keys, intact), embeddings);
    }
  } finally {
    await reader.close();
  }
}
