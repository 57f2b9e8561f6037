/** Bounds of a cache folder. */
export interface CacheLimits {
  /** Bytes of all segments of a folder, of whatever model. */
  readonly folderBytes: number;
  /** Bytes after which a new segment is begun: what is dropped at once. */
  readonly segmentBytes: number;
  /** Small segments of one model beyond this number are merged. */
  readonly smallSegments: number;
}

/**
 * An embedding of 128 floats takes 532 bytes: 512 MB hold a million texts, more than the largest repository that
 * anybody has open, and less than the repository itself takes on disk. A segment holds 31,000; every session of an
 * editor leaves a small one.
 */
export const CACHE_LIMITS: CacheLimits = {
  folderBytes: 512 << 20,
  segmentBytes: 16 << 20,
  smallSegments: 8,
};

/** Milliseconds after which an unsealed file is one whose process died. */
export const ABANDONED_MS = 24 * 3600 * 1000;
