import { roleOf } from './tagRoles';

const WORDS =
  'args?|arguments?|keyword args|keyword arguments|parameters?|params|other parameters|returns?|yields?|raises|throws|errors|panics|safety|attributes|examples?|usage|notes?|see also|references|warnings?|warns|methods|receives';
/** `Args:` alone on its line; `- Parameters:` in Swift. */
const COLON = new RegExp(`^(?:[-*] )?(${WORDS}):$`, 'i');
/** `Parameters` above a line of dashes. */
const UNDERLINED = new RegExp(`^(${WORDS})$`, 'i');
/** `# Errors`. */
const HEADING = /^#{1,4}[ \t]+(\S.{0,80})$/;
/** `name (type): text`, `- name: text`. */
const ENTRY =
  /^[ \t]*(?:[-*] )?`{0,2}\*{0,2}([\w.]{1,80})`{0,2}[ \t]{0,4}(?:\((?:[^()\n]|\([^()\n]{0,60}\)){0,120}\))?[ \t]{0,4}:(?:[ \t]+|$)/;
/** `` * `name` - text ``, as Rust has it. */
const ITEM = /^[ \t]*[-*] `{0,2}\*{0,2}([\w.]{1,80})`{0,2}[ \t]{1,4}[-–—][ \t]+/;
/** NumPy's `name : type`, which the text stands below. */
const HEADER = /^[ \t]*\*{0,2}([\w.]{1,80})(?=[ \t]*(?:[:,]|$))/;
const RESULT_TYPE = /^[ \t]*[\w.]{1,60}(?:\[[^:\n]{0,100}\])?(?: or None)?:[ \t]+/;

/** The title of a section. */
export interface SectionTitle {
  /** Lower case. */
  readonly name: string;
  readonly style: 'colon' | 'underlined' | 'heading';
  /** How many lines it takes. */
  readonly lines: 1 | 2;
}

/** The section that begins at line `index`, if one does. */
export function sectionTitle(
  lines: readonly { readonly text: string }[],
  index: number,
): SectionTitle | undefined {
  const title = (lines[index]?.text ?? '').trim();
  if (title.length > 90 || title === '') return undefined;
  if (title.endsWith(':')) return titled(COLON.exec(title)?.[1], 'colon');
  if (title.startsWith('#')) return titled(HEADING.exec(title)?.[1], 'heading');
  const line = (lines[index + 1]?.text ?? '').trim();
  if (!/^(?:-{3,200}|={3,200})$/.test(line)) return undefined;
  return titled(UNDERLINED.exec(title)?.[1], 'underlined');
}

function titled(name: string | undefined, style: SectionTitle['style']): SectionTitle | undefined {
  const lines = style === 'underlined' ? 2 : 1;
  return name === undefined ? undefined : { name: name.toLowerCase(), style, lines };
}

/** What a line of a section opens: a parameter or an exception; in NumPy's style also a result. */
export interface SectionEntry {
  readonly argument: string;
  /** What follows on the line: an uncut end of it. */
  readonly rest: string;
}

/**
 * The entry that a line at the section's margin opens.
 *
 * @param above whether the next line is indented further.
 */
export function readEntry(
  { name, style }: SectionTitle,
  line: string,
  above: boolean,
): SectionEntry | undefined {
  const role = roleOf(name);
  const lists = role === 'param' || role === 'throws';
  if (style === 'underlined') {
    if (!lists && role !== 'return') return undefined;
    if (!above && !(lists && ENTRY.test(line))) return undefined;
    return { argument: lists ? (HEADER.exec(line)?.[1] ?? '') : '', rest: '' };
  }
  const match = lists ? (ENTRY.exec(line) ?? ITEM.exec(line)) : null;
  if (match === null) return undefined;
  return { argument: match[1] ?? '', rest: line.slice(match[0].length) };
}

/** A section's line without the type that Google's style writes before a result: `bool: whether …`. */
export function withoutResultType({ name }: SectionTitle, line: string): string {
  return roleOf(name) === 'return' ? line.replace(RESULT_TYPE, '') : line;
}
