import type { AnswerMemory } from '../../core/snapshot/answerMemory';
import type { UnreadDocument } from '../../core/snapshot/workspaceMemory';
import type { FileStamp, Workspace } from '../../core/workspace';
import type { DocumentTaker } from './gather';

/** After so many files what is new in them is embedded, on another core, while the next are read. */
const FILES_AHEAD = 256;

/** A file as the walk met it. */
interface MetFile {
  readonly document: UnreadDocument;
  readonly stamp: FileStamp | undefined;
  readonly workspace: Workspace;
}

/**
 * Hands files to the finder: those that are as they were from what was kept of them. As long as all are as the last
 * scan met them they are held back, since its answer may be the answer.
 */
export class DocumentFeeder {
  readonly #taker: DocumentTaker;
  readonly #scope: readonly string[];
  readonly #answers: AnswerMemory | undefined;
  /** What is held back. */
  #held: MetFile[] = [];
  /** Whether the last scan's answer may still be the answer. */
  #isHolding = false;
  #unread = FILES_AHEAD;
  #ahead: Promise<void> | undefined;
  #isStarted = false;

  /** @param scope says which files are the scan's own. */
  constructor(taker: DocumentTaker, scope: readonly string[]) {
    this.#taker = taker;
    this.#scope = scope;
    this.#answers = taker.answers;
  }

  async open(): Promise<void> {
    this.#isHolding = (await this.#answers?.open(this.#scope)) ?? false;
    if (!this.#isHolding) await this.#taker.memory?.open(this.#scope);
  }

  /** Takes a file; one that is no text to scan is passed over. */
  async take(file: MetFile): Promise<void> {
    if (!this.#isHolding) return this.#feed(file);
    const { document, stamp, workspace } = file;
    if (this.#answers?.covers(document, stamp)) this.#held.push(file);
    // What is no text to scan is no document, now as then.
    else if ('text' in (await workspace.read(document.uri))) {
      await this.#release();
      await this.#feed(file);
    }
  }

  /** To be called after the last file. */
  async close(): Promise<void> {
    if (this.#isHolding && !this.#answers?.answer) await this.#release();
  }

  /** Gives up hope for the last scan's answer. */
  async #release(): Promise<void> {
    this.#isHolding = false;
    this.#answers?.giveUp();
    await this.#taker.memory?.open(this.#scope);
    for (const file of this.#held) await this.#feed(file);
    this.#held = [];
  }

  async #feed({ document, stamp, workspace }: MetFile): Promise<void> {
    const { finder, memory } = this.#taker;
    if (!stamp || !memory?.restore(document, stamp)) {
      const content = await workspace.read(document.uri);
      if ('skipped' in content) return;
      const { text } = content;
      if (memory) memory.set({ ...document, text }, stamp);
      else finder.setDocument({ ...document, text });
      this.#embedAhead();
    }
    this.#answers?.note(document, stamp);
  }

  #embedAhead(): void {
    const { finder, start } = this.#taker;
    // There is likely something to embed, and the model loads meanwhile. Why it cannot be used is told then.
    if (!this.#isStarted) void start?.().catch(() => undefined);
    this.#isStarted = true;
    if (--this.#unread > 0 || this.#ahead) return;
    this.#unread = FILES_AHEAD;
    this.#ahead = finder
      .embedAhead?.()
      .catch(() => undefined)
      .finally(() => {
        this.#ahead = undefined;
      });
  }
}
