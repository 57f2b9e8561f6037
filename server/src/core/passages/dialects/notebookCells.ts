import { BACKSLASH, isSpace } from '../scanning/characters';

/** A cell's source text, and where each of its UTF-16 units stands in the notebook. */
export interface Cell {
  readonly type: string;
  readonly text: string;
  /** Offsets of the units' first characters: an escape such as `\n` has two. */
  readonly starts: readonly number[];
  /** Offsets behind their last characters. */
  readonly ends: readonly number[];
}

/** The inside of a JSON string, its quotes left out. */
interface Piece {
  readonly start: number;
  readonly end: number;
}

/** An object or array that is still open. */
interface Frame {
  readonly object: boolean;
  /** The key under which it stands. */
  readonly name: string;
  /** The last key read in it. */
  key: string;
  type: string;
  pieces: Piece[];
}

/** No notebook nests deeper; what does is not read on, lest the frames fill the memory. */
const DEEPEST = 200;
const QUOTE = 34;
const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** The cells of a notebook and its kernel's language. Total: of text that is no notebook, what resembles one. */
export function readCells(source: string): { cells: readonly Cell[]; language?: string } {
  const cells: Cell[] = [];
  const frames: Frame[] = [];
  let language: string | undefined;
  for (let at = 0; at < source.length && frames.length < DEEPEST; at++) {
    const character = source.charAt(at);
    const top = frames[frames.length - 1];
    if (character === '{' || character === '[') {
      // An array of lines stands for the string that it is.
      const name = top?.object === false ? top.name : (top?.key ?? '');
      frames.push({ object: character === '{', name, key: '', type: '', pieces: [] });
    } else if (character === '}' || character === ']') {
      frames.pop();
      if (top !== undefined) close(source, top, frames[frames.length - 1], cells);
    } else if (character === '"') {
      const piece = { start: at + 1, end: stringEnd(source, at + 1) };
      if (top !== undefined) language = readString(source, piece, top) ?? language;
      at = piece.end;
    }
  }
  return language === undefined ? { cells } : { cells, language };
}

/** Notes a key or value; answers the kernel's language if the value is that. */
function readString(source: string, piece: Piece, top: Frame): string | undefined {
  if (!top.object) {
    if (top.name === 'source' || top.name === 'input') top.pieces.push(piece);
    return undefined;
  }
  const text = source.slice(piece.start, Math.min(piece.end, piece.start + 60));
  if (isKey(source, piece.end + 1)) top.key = text;
  else if (top.key === 'cell_type') top.type = text;
  else if (top.key === 'source' || top.key === 'input') top.pieces = [piece];
  else if (top.name === 'kernelspec' && top.key === 'language') return text;
  else if (top.name === 'language_info' && top.key === 'name') return text;
  return undefined;
}

/** Hands an array's lines to the cell around it; adds a cell that is complete. */
function close(source: string, frame: Frame, outer: Frame | undefined, cells: Cell[]): void {
  if (!frame.object && frame.pieces.length > 0 && outer?.object) outer.pieces = frame.pieces;
  if (frame.object && frame.type !== '' && frame.pieces.length > 0) {
    cells.push(decode(source, frame.type, frame.pieces));
  }
}

function isKey(source: string, from: number): boolean {
  let at = from;
  while (isSpace(source.charCodeAt(at))) at++;
  return source.charAt(at) === ':';
}

/** The offset of the quote that closes the string, or the source's length. */
function stringEnd(source: string, from: number): number {
  let at = from;
  while (at < source.length && source.charCodeAt(at) !== QUOTE) {
    at += source.charCodeAt(at) === BACKSLASH ? 2 : 1;
  }
  return Math.min(at, source.length);
}

function decode(source: string, type: string, pieces: readonly Piece[]): Cell {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { start, end } of pieces) {
    for (let at = start; at < end; ) {
      const length = escapeLength(source, at);
      units.push(length === 1 ? source.charAt(at) : characterOf(source.slice(at, at + length)));
      starts.push(at);
      at += length;
      ends.push(Math.min(at, end));
    }
  }
  return { type, text: units.join(''), starts, ends };
}

function escapeLength(source: string, at: number): number {
  if (source.charCodeAt(at) !== BACKSLASH) return 1;
  return /^\\u[\da-fA-F]{4}/.test(source.slice(at, at + 6)) ? 6 : 2;
}

function characterOf(written: string): string {
  if (written.length === 6) return String.fromCharCode(Number.parseInt(written.slice(2), 16));
  const letter = written.charAt(1);
  return ESCAPES[letter] ?? (letter === '' ? written : letter);
}
