import { BlockReader, type OpenPart } from './blockReader';
import { sectionTitle } from './docSections';
import { firstWord, type Line, marginOf } from './line';
import { codeBlockEnd, proseRange } from './prose';

/** A part of a documentation block: its description, `@param x the x`, `:returns: …`, an entry below `Args:`. */
export interface DocPart {
  /** Lower case, e.g. `param`, `returns`; a section's name for prose in a section. */
  readonly name: string;
  /** What it speaks of, where the tag names it: the parameter, the exception. */
  readonly argument: string;
  /** Its prose, without the marker. */
  readonly lines: readonly string[];
  /** The offset of its marker, or of its first word where it has none. */
  readonly start: number;
  /** The offset behind its last line of prose. */
  readonly end: number;
}

/** A documentation block taken apart. */
export interface DocBlock {
  /** The text above the tags, or else the first that belongs to none of them. */
  readonly description: DocPart | undefined;
  /** In source order; prose that stands behind the tags and belongs to none is a tag `remarks`. */
  readonly tags: readonly DocPart[];
}

/** Markdown's indentation of code, in which `# …` is a comment and no heading. */
const CODE = 4;

/** Takes a documentation block's undecorated lines apart. */
export function splitDocBlock(lines: readonly Line[]): DocBlock {
  const reader = new BlockReader();
  const margin = leastMargin(lines);
  let endsCode: ((line: string) => boolean) | undefined;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    const text = line.text.trim();
    if (endsCode !== undefined) {
      if (endsCode(text)) endsCode = undefined;
      reader.goOn(line);
      continue;
    }
    endsCode = codeBlockEnd(text);
    const isCode =
      endsCode !== undefined ||
      reader.showsCode ||
      (text.startsWith('#') && marginOf(line) >= margin + CODE);
    const title = isCode ? undefined : sectionTitle(lines, i);
    if (endsCode !== undefined) reader.goOn(line);
    else if (title !== undefined) {
      reader.openSection(title, line);
      i += title.lines - 1;
    } else reader.read(line, lines[i + 1]);
  }
  const { description, tags } = reader;
  return { description: description && partOf(description), tags: tags.map(partOf) };
}

function partOf({ name, argument, start, lines }: OpenPart): DocPart {
  const texts = lines.map(({ text }) => text);
  const range = proseRange(texts);
  const first = lines[range?.first ?? 0];
  const last = lines[range?.last ?? 0];
  const begin = start ?? (first === undefined ? 0 : firstWord(first));
  return { name, argument, lines: texts, start: begin, end: last?.end ?? begin };
}

/** The least indentation below the first line, which in a docstring stands behind the quotes. */
function leastMargin(lines: readonly Line[]): number {
  const below = lines.slice(1).filter(({ text }) => text !== '');
  return below.reduce((least, line) => Math.min(least, marginOf(line)), Number.POSITIVE_INFINITY);
}
