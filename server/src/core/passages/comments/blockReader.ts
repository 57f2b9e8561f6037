import { readEntry, type SectionTitle, withoutResultType } from './docSections';
import { readDescription, readTag, type TagOpening } from './docTags';
import { firstWord, type Line, marginOf, startOf } from './line';
import { METADATA, roleOf } from './tagRoles';

/** A part whose lines are still being read. */
export interface OpenPart {
  readonly name: string;
  readonly argument: string;
  /** Its marker's offset; without a marker it begins with its first word. */
  readonly start?: number;
  readonly lines: Line[];
  /** How many blanks its first line begins with. */
  readonly margin: number;
  readonly until?: TagOpening['until'];
}

/** Texts that go on behind a blank line although they are data. */
const NOTICES = new Set(['license', 'licence']);

/** Puts the lines of a documentation block into its parts, one after another. */
export class BlockReader {
  /** In source order. */
  readonly tags: OpenPart[] = [];
  description: OpenPart | undefined;
  #part: OpenPart | undefined;
  #section: { readonly title: SectionTitle; readonly outer: number; margin?: number } | undefined;
  #afterBlank = false;

  /** Whether what is read belongs to `@example`: to the next tag it is code, whatever it looks like. */
  get showsCode(): boolean {
    return this.#section === undefined && this.#part?.name === 'example';
  }

  /** Begins a section at its title. */
  openSection(title: SectionTitle, line: Line): void {
    const outer = marginOf(line);
    this.#section = { title, outer };
    this.#open({
      name: title.name,
      argument: '',
      start: firstWord(line),
      lines: [],
      margin: outer,
    });
  }

  /** Takes a line outside code. */
  read(line: Line, next: Line | undefined): void {
    const text = line.text.trim();
    if (text === '') {
      this.#readBlank(line);
      return;
    }
    const described = readDescription(text);
    const tag = described === undefined ? readTag(text) : undefined;
    if (described !== undefined) this.#describe(line, described);
    else if (tag !== undefined) this.#openTag(line, tag);
    else if (!this.#readInSection(line, next)) this.goOn(line);
    this.#afterBlank = false;
    if (this.#part?.until === 'closing element' && closes(this.#part.name, text)) {
      this.#part = undefined;
    }
  }

  /** Takes a line of prose or code into the part that is open, or opens one for it. */
  goOn(line: Line): void {
    const margin = marginOf(line);
    const ends = this.#part?.until === 'dedent' && this.#afterBlank && margin <= this.#part.margin;
    if (this.#part === undefined || ends) this.#openProse(line);
    this.#part?.lines.push(line);
  }

  #readBlank(line: Line): void {
    this.#afterBlank = true;
    this.#part?.lines.push(line);
    if (this.#part?.until === 'blank line') this.#part = undefined;
  }

  #describe(line: Line, rest: string): void {
    this.#section = undefined;
    if (this.#part === undefined || this.#part !== this.description) {
      this.#openProse(line, startOf(line));
    }
    this.#part?.lines.push({ text: rest, end: line.end });
  }

  #openTag(line: Line, tag: TagOpening): void {
    this.#section = undefined;
    const { name, argument } = tag;
    const start = startOf(line);
    const isData = METADATA.has(name) && !NOTICES.has(name);
    const until = tag.until ?? (isData ? 'blank line' : undefined);
    const lines = [{ text: tag.rest, end: line.end }];
    const part = { name, argument, start, lines, margin: marginOf(line) };
    this.#open(until === undefined ? part : { ...part, until });
  }

  /** Whether the line was one of the section's: an entry, or the first line of its prose. */
  #readInSection(line: Line, next: Line | undefined): boolean {
    const section = this.#section;
    if (section === undefined) return false;
    const margin = marginOf(line);
    const first = section.margin === undefined;
    section.margin ??= margin;
    const { title, outer } = section;
    if (title.style === 'colon' && section.margin > outer && margin <= outer) {
      this.#section = undefined;
      this.#part = undefined;
      return false;
    }
    if (margin > section.margin) return false;
    const above = next !== undefined && next.text !== '' && marginOf(next) > margin;
    const entry = readEntry(title, line.text, above);
    if (entry !== undefined) {
      const name = roleOf(title.name) === 'param' ? 'param' : title.name;
      const lines = [{ text: entry.rest, end: line.end }];
      const start = startOf(line);
      this.#open({ name, argument: entry.argument, start, lines, margin, until: 'dedent' });
    } else if (first) {
      this.#part?.lines.push({ text: withoutResultType(title, line.text), end: line.end });
    }
    return entry !== undefined || first;
  }

  #openProse(line: Line, start?: number): void {
    const margin = marginOf(line);
    const isFirst = this.description === undefined || !hasProse(this.description);
    const name = isFirst ? 'description' : 'remarks';
    const marker = start === undefined ? {} : { start };
    const part: OpenPart = { name, argument: '', lines: [], margin, ...marker };
    if (isFirst) this.description = part;
    else this.tags.push(part);
    this.#part = part;
  }

  #open(part: OpenPart): void {
    this.tags.push(part);
    this.#part = part;
  }
}

function hasProse({ lines }: OpenPart): boolean {
  return lines.some(({ text }) => text.trim() !== '');
}

function closes(name: string, text: string): boolean {
  return (
    text.includes(`</${name}>`) || (text.startsWith(`<${name}`) && /^[^>]{0,300}\/>/.test(text))
  );
}
