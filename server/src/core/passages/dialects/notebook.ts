import type { Candidate } from '../candidate';
import { readComments } from '../commentCandidates';
import type { Dialect } from '../languageTable';
import { readMarkdown } from './markdown';
import { type Cell, readCells } from './notebookCells';

/** Kernels whose names are not VS Code's ids of their languages. */
const ALIASES: Readonly<Record<string, string>> = {
  ...{ ipython: 'python', python3: 'python', py: 'python', js: 'javascript', bash: 'shellscript' },
  ...{ sh: 'shellscript', 'c++': 'cpp', 'c#': 'csharp', 'f#': 'fsharp', pwsh: 'powershell' },
};
/** `%%bash` says what a cell is written in; these say something else. */
const CELL_MAGIC = /^\s{0,20}%%(\w{1,40})/;
const NO_LANGUAGE = new Set(['time', 'timeit', 'capture', 'prun']);

/**
 * Makes a reader of Jupyter notebooks: prose of the Markdown cells, comments of the code cells. Ranges are those of
 * the notebook's JSON text; one that spans lines of a cell includes the quotes and commas between them.
 *
 * @param dialectOf the dialect of a VS Code language id.
 */
export function notebookReader(
  dialectOf: (id: string) => Dialect | undefined,
): (source: string) => Candidate[] {
  return (source) => {
    const { cells, language } = readCells(source);
    return cells.flatMap((cell) => {
      const placed = placeIn(cell);
      return readCell(cell, language, dialectOf).map(placed);
    });
  };
}

function readCell(
  { type, text }: Cell,
  language: string | undefined,
  dialectOf: (id: string) => Dialect | undefined,
): Candidate[] {
  if (type === 'markdown') return readMarkdown(text);
  if (type !== 'code') return [];
  const magic = CELL_MAGIC.exec(text)?.[1]?.toLowerCase();
  const named = magic === undefined || NO_LANGUAGE.has(magic) ? language : magic;
  const name = (named ?? 'python').toLowerCase();
  const dialect = dialectOf(ALIASES[name] ?? name);
  return dialect !== undefined && 'comments' in dialect ? readComments(text, dialect) : [];
}

/** A function that puts candidates where their text stands in the notebook; parts of one comment still share it. */
function placeIn({ starts, ends }: Cell): (candidate: Candidate) => Candidate {
  const known = new Map<Candidate, Candidate>();
  const endOf = (end: number) => ends[end - 1] ?? 0;
  const rangeOf = ({ start, end }: { start: number; end: number }) => {
    return { start: starts[start] ?? 0, end: endOf(end) };
  };
  const place = (candidate: Candidate): Candidate => {
    const { whole, commentEnd } = candidate;
    const placed = known.get(candidate) ?? {
      ...candidate,
      ...rangeOf(candidate),
      tags: candidate.tags.map((tag) => ({ ...tag, ...rangeOf(tag) })),
      ...(commentEnd === undefined ? {} : { commentEnd: endOf(commentEnd) }),
      ...(whole === undefined ? {} : { whole: place(whole) }),
    };
    known.set(candidate, placed);
    return placed;
  };
  return place;
}
