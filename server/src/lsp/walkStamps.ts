import type { FileStamp } from '../core/workspace';

/**
 * The stamps that a walk of the folders took, each good until somebody tells that its file has changed. To ask the disk
 * again takes as long as all else that is done to take up a file.
 */
export class WalkStamps {
  readonly #stamps = new Map<string, FileStamp | undefined>();

  /** Takes the stamp of a file as the walk meets it. */
  meet(key: string, stamp: FileStamp | undefined): void {
    if (!this.#stamps.has(key)) this.#stamps.set(key, stamp);
  }

  /** Takes note that a file has changed, whether the walk has met it or not. */
  touch(key: string): void {
    this.#stamps.set(key, undefined);
  }

  /** Undefined where the disk has to be asked. */
  of(key: string): FileStamp | undefined {
    return this.#stamps.get(key);
  }

  /** To be called once all that was met is taken up. */
  clear(): void {
    this.#stamps.clear();
  }
}
