import type { Workspace, WorkspaceFile } from '../../../server/src/core/workspace';
import type { FinderHandle, ServerHost } from '../../../server/src/lsp/host';
import { FakeFinder } from './fakeFinder';
import { languageIds } from './languageIds';

/** A host whose disk is a map from URI to text. */
export class FakeHost implements ServerHost {
  readonly version = '0.0.0-test';
  readonly files = new Map<string, string>();
  readonly finder = new FakeFinder();
  readonly lines: string[] = [];
  /** When set, loading the model fails with this message. */
  modelFailure: string | undefined;
  /** When set, loading the model waits for it. */
  modelGate: Promise<void> = Promise.resolve();
  isDisposed = false;

  readonly logger = {
    info: (message: string) => void this.lines.push(message),
    warn: (message: string) => void this.lines.push(message),
    error: (message: string) => void this.lines.push(message),
  };

  async createFinder(): Promise<FinderHandle> {
    await this.modelGate;
    if (this.modelFailure) throw new Error(this.modelFailure);
    return {
      finder: this.finder,
      thresholds: { strict: 0.8, balanced: 0.6, loose: 0.4 },
      model: { id: 'bag-of-words', sha256: '0'.repeat(64) },
      backend: 'fake',
      dispose: async () => {
        this.isDisposed = true;
      },
    };
  }

  openWorkspace(
    folder: string,
    { maxFileSize, exclude }: { maxFileSize: number; exclude: readonly string[] },
  ): Workspace {
    const { files } = this;
    const skipped: { uri: string; reason: string }[] = [];
    const excludes = this.createExcluder(folder, exclude);
    async function* list(): AsyncGenerator<WorkspaceFile> {
      for (const [uri, text] of files) {
        const languageId = languageIds[uri.slice(uri.lastIndexOf('.'))];
        if (!uri.startsWith(`${folder}/`) || !languageId || excludes(uri)) continue;
        if (text.length > maxFileSize) skipped.push({ uri, reason: 'too large' });
        else yield { uri, languageId };
      }
    }
    const read = async (uri: string) => {
      const text = files.get(uri);
      return text === undefined ? { skipped: 'gone' } : { text };
    };
    return { files: list, read, skipped };
  }

  /** Only `**` + `/name/**` and `**` + `/*.ext` are understood. */
  createExcluder(_folder: string, globs: readonly string[]): (uri: string) => boolean {
    const parts = globs.map((glob) => glob.replace(/^\*\*\/\*?/, '').replace(/\*\*$/, ''));
    return (uri) => parts.some((part) => uri.includes(part));
  }

  async readText(uri: string): Promise<string | undefined> {
    return this.files.get(uri);
  }
}
