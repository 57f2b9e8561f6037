import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { Lines } from '../../server/src/core/documents/lines';
import { languageById } from '../../server/src/core/passages/languages';
import { readSources } from '../precision/sources';
import { type Agreement, compareComments } from './agreement';
import type { Oracle } from './oracle';

/** A file that both sides read. */
export interface ComparedFile {
  readonly path: string;
  readonly languageId: string;
  /** In bytes of UTF-8. */
  readonly size: number;
  readonly agreement: Agreement;
  /** The oracle did not understand all of the file: listed, but not counted. */
  readonly failed: boolean;
  /** `path:line side: excerpt`, one per disagreement. */
  readonly notes: readonly string[];
}

const EXCERPT = 100;

/** Compares all files of a repository that a scan reads and that there is a grammar for. */
export async function compareRepository(folder: string, oracle: Oracle): Promise<ComparedFile[]> {
  const { sources } = await readSources(await realpath(folder));
  const files: ComparedFile[] = [];
  for (const { path: name, languageId, text } of sources) {
    const file = await compareFile(
      path.join(path.basename(folder), name),
      text,
      languageId,
      oracle,
    );
    if (file !== undefined) files.push(file);
  }
  return files;
}

/** Compares our reading of one text with the oracle's; undefined without a grammar. */
export async function compareFile(
  name: string,
  text: string,
  languageId: string,
  oracle: Oracle,
): Promise<ComparedFile | undefined> {
  const dialect = languageById(languageId)?.dialect;
  if (dialect === undefined || !('comments' in dialect)) return undefined;
  const reading = await oracle.read(text, languageId);
  if (reading === undefined) return undefined;
  const { comments, unseen, failed } = reading;
  const agreement = compareComments(text, dialect.comments(text), comments, unseen);
  const lines = new Lines(text);
  const notes = agreement.disagreements.map(({ start, end, side }) => {
    const excerpt = JSON.stringify(text.slice(start, Math.min(end, start + EXCERPT)));
    return `${name}:${lines.positionAt(start).line + 1} ${side} only: ${excerpt}`;
  });
  return { path: name, languageId, size: Buffer.byteLength(text), agreement, failed, notes };
}
