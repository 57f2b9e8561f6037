/** A sentence that stands in two places word for word, after an astral character in one of them. */
export const copied =
  'Opens the harbour gate as soon as the tide is high enough for the ferry to pass over the sill at its full load.';
/** Two sentences that differ in a word; the second is read from disk only. */
export const queued =
  'Writes the queued messages to disk before the process ends, so that none is lost.';
export const queuedAgain =
  'Writes the queued messages to the disk before the process ends, so that none is lost.';

/** A sentence in a language that the server knows nothing of, and on a page. */
export const configured =
  'Raises the flag on the tower when a ship of the line comes in, and keeps it up until the pilot is back on the quay.';

/** The files of the workspace that the checks run in, by path. */
export const workspaceFiles: Readonly<Record<string, string>> = {
  'docs/gates.md': `# Gates\n\n${copied}\n`,
  'src/gate.ts': `export const face = '😀'; // ${copied}\n`,
  'docs/flags.md': `# Flags\n\n${configured}\n`,
  'src/flag.groovy': `def flag = 1 // ${configured}\n`,
  'src/queue.ts': `export class Queue {\n  // ${queued}\n  close(): void {}\n}\n`,
  'src/outbox.ts': `// ${queuedAgain}\nexport const outbox = 1;\n`,
};
