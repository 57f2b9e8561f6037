import type { ByteParts, SnapshotStore } from '../../../server/src/core/snapshot/workspaceMemory';
import { WorkspaceMemory } from '../../../server/src/core/snapshot/workspaceMemory';
import { createTwinFinder } from '../../../server/src/core/twins/createTwinFinder';
import type { TwinFinder } from '../../../server/src/core/twins/finder';
import type { Policy } from '../../../server/src/core/twins/placed/policy';
import type { FileStamp } from '../../../server/src/core/workspace';
import { keysOf } from '../../../server/src/node/cache/keysOf';
import { BagOfWordsEncoder } from '../../support/bagOfWordsEncoder';
import { allPassages, bagOfWordsScoring } from '../../support/bagOfWordsFinder';

/** A store in memory, whose bytes a test may damage. */
export class MemoryStore implements SnapshotStore {
  readonly kept = new Map<string, Uint8Array>();
  writes = 0;

  async read(identity: string): Promise<Uint8Array | undefined> {
    return this.kept.get(identity);
  }

  async write(identity: string, parts: ByteParts): Promise<void> {
    this.writes++;
    const written: Uint8Array[] = [];
    for await (const part of parts) written.push(part);
    this.kept.set(identity, Buffer.concat(written));
  }
}

/** A file as it stands: its text, and how often it was written. */
export interface StampedFile {
  readonly text: string;
  readonly writes: number;
}

/** Files by name. */
export type Files = ReadonlyMap<string, StampedFile>;

export const stampOf = ({ text, writes }: StampedFile): FileStamp => ({
  size: text.length,
  modified: writes,
  changed: writes,
});

/** How a run goes about its files. */
export interface RunOptions {
  readonly policy?: Partial<Policy>;
  /** Documents between two settles; by default all at once. */
  readonly batch?: number;
  /** Files whose stamp is not to be trusted. */
  readonly isRacy?: (name: string) => boolean;
  readonly maker?: string;
}

/** What a run made of its files. */
export interface Run {
  readonly finder: TwinFinder;
  readonly encoder: BagOfWordsEncoder;
  /** Files that had to be read. */
  readonly read: readonly string[];
}

/** Scans files as a shell does: with what a store keeps, or without. */
export async function scan(
  files: Files,
  store: SnapshotStore | undefined,
  options: RunOptions = {},
): Promise<Run> {
  const { batch = Number.POSITIVE_INFINITY, isRacy = () => false, maker = 'test' } = options;
  const encoder = new BagOfWordsEncoder();
  const finder = createTwinFinder(encoder, bagOfWordsScoring);
  const memory = store && new WorkspaceMemory(finder, store, maker, keysOf);
  await memory?.open(['folder']);
  const policy = { ...allPassages, ...options.policy };
  const read: string[] = [];
  let count = 0;
  for (const [uri, file] of files) {
    const document = { uri, path: uri, languageId: 'typescript', policy };
    const stamp = isRacy(uri) ? undefined : stampOf(file);
    if (!stamp || !memory?.restore(document, stamp)) {
      read.push(uri);
      const input = { ...document, text: file.text };
      if (memory) memory.set(input, stamp);
      else finder.setDocument(input);
    }
    if (++count % batch === 0) await finder.settle();
  }
  await finder.settle();
  await memory?.keep();
  return { finder, encoder, read };
}

/** All that people see of a finder's work. */
export function shown(finder: TwinFinder, files: Files) {
  const findings = [...files.keys()].map((uri) => finder.findings(uri));
  const { documents, passages } = finder.stats();
  return { groups: finder.groups(), findings, silenced: finder.silenced(), documents, passages };
}

/** A file of comments, each above a member of its own. */
export function commented(prose: readonly string[]): string {
  return prose.map((text, i) => `// ${text}\nexport const row${i} = make();\n`).join('\n');
}
