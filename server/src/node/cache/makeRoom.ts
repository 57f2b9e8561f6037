import { ABANDONED_MS, type CacheLimits } from './limits';
import type { SegmentFolder } from './segmentFolder';

/**
 * Removes the segments that nobody asked for the longest, until `wanted` bytes more fit into the folder.
 *
 * Segments in `used` stay: a workspace that does not fit keeps the part that does, rather than pushing out at each
 * scan what the next one asks for first.
 *
 * @returns whether they fit.
 */
export async function makeRoom(
  folder: SegmentFolder,
  { folderBytes }: CacheLimits,
  wanted: number,
  used: ReadonlySet<string>,
): Promise<boolean> {
  const segments = [...(await folder.list())].sort((a, b) => a.usedAt - b.usedAt);
  let total = segments.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { path, bytes, state, usedAt } of segments) {
    const isLeftOver = state === 'partial' && usedAt < Date.now() - ABANDONED_MS;
    if (!isLeftOver && (used.has(path) || total + wanted <= folderBytes)) continue;
    await folder.remove(path);
    total -= bytes;
  }
  return total + wanted <= folderBytes;
}
