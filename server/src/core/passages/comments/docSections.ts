import type { Entry } from './docBlocks';

const WORDS =
  'args?|arguments?|keyword args|keyword arguments|parameters?|params|other parameters|returns?|yields?|raises|throws|errors|panics|safety|attributes|examples?|usage|notes?|see also|references|warnings?|warns|methods|receives';
/** `Args:` alone on its line; `- Parameters:` in Swift. */
const COLON = new RegExp(`^(?:[-*] )?(${WORDS}):$`, 'i');
/** `Parameters` above a line of dashes. */
const UNDERLINED = new RegExp(`^(${WORDS})$`, 'i');
/** `# Errors`. */
const HEADING = /^#{1,4}[ \t]+(\S.{0,80})$/;
const ENTRY =
  /^[ \t]*(?:[-*] )?(\*{0,2}[\w.]{1,80})[ \t]{0,4}(?:\([^)\n]{0,120}\))?[ \t]{0,4}:[ \t]*(.*)$/;
const LISTING = /^(?:arg|param|keyword|other|attrib|rais|throw)/i;

/** The section that begins at line `index`, and how many lines its title takes. */
export function sectionName(
  lines: readonly string[],
  index: number,
): { readonly name: string; readonly lines: number } | undefined {
  const title = (lines[index] ?? '').trim();
  if (title.length > 90 || title === '') return undefined;
  const single = title.endsWith(':')
    ? COLON.exec(title)?.[1]
    : title.startsWith('#')
      ? HEADING.exec(title)?.[1]
      : undefined;
  if (single !== undefined) return { name: single.toLowerCase(), lines: 1 };
  const double = UNDERLINED.exec(title)?.[1];
  const line = (lines[index + 1] ?? '').trim();
  if (double === undefined || !/^(?:-{3,200}|={3,200})$/.test(line)) return undefined;
  return { name: double.toLowerCase(), lines: 2 };
}

/** The entries of a section and of those that follow it; prose that names nothing is one entry. */
export function sectionEntries(first: string, lines: readonly string[]): Entry[] {
  const entries: Entry[] = [];
  let name = first;
  let fresh = true;
  for (let i = 0; i < lines.length; i++) {
    const section = sectionName(lines, i);
    if (section !== undefined) {
      name = section.name;
      fresh = true;
      i += section.lines - 1;
      continue;
    }
    const line = lines[i] ?? '';
    const entry = LISTING.test(name) ? ENTRY.exec(line) : null;
    if (entry !== null) {
      entries.push({ name: 'param', argument: entry[1] ?? '', lines: [entry[2] ?? ''] });
    } else if (fresh || entries.length === 0) {
      entries.push({ name, argument: '', lines: [line] });
    } else {
      entries[entries.length - 1]?.lines.push(line);
    }
    fresh = false;
  }
  return entries;
}
