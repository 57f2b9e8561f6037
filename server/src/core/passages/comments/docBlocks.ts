import { sectionEntries, sectionName } from './docSections';

/** A tag of a documentation block: `@param x the x`, `:returns: …`, an entry below `Args:`. */
export interface DocTag {
  /** Lower case, e.g. `param`, `returns`; a section's name for prose in a section. */
  readonly name: string;
  /** What it speaks of, where the tag names it: the parameter, the exception. */
  readonly argument: string;
  /** Its prose. */
  readonly lines: readonly string[];
}

/** A tag whose lines are still being read. */
export interface Entry extends DocTag {
  readonly lines: string[];
}

/** A documentation block taken apart: the seam at which tags will become passages of their own. */
export interface DocBlock {
  readonly description: readonly string[];
  readonly tags: readonly DocTag[];
}

/** Tags whose content is the description itself. */
const DESCRIPTION = /^[@\\](?:brief|details|description|desc|summary|remarks|short)\b[:\s]*/i;
/** Tags that stand within a sentence. */
const INLINE = /^[@\\](?:[abcenp]|em|ref|link|code|literal|cite)\b/;
const AT_TAG = /^@([A-Za-z][\w-]{0,40})/;
const BACKSLASH_TAG =
  /^\\(params?|tparam|returns?|retval|result|throws?|exception|see|sa|note|warning|since|deprecated|todo|pre|post|author|version|file|class|code|endcode|ingroup|addtogroup|defgroup)\b/;
const FIELD_TAG = /^:([a-z]{2,20})(?:[ \t]+([^:\n]{1,120}))?:(?=\s|$)/;
const RST_TAG = /^\.\. (versionadded|versionchanged|deprecated|seealso|todo)::/;
const XML_TAG =
  /^<(param|typeparam|returns|exception|value|example|seealso|permission|inheritdoc|include)\b([^>]{0,200})>/;
const LIST_TAG = /^[-*] (Parameter|Returns|Throws)\b[ \t]{0,4}([^:\n]{0,80}):/;
/** Tags whose content is data: versions, names, types. */
export const METADATA: ReadonlySet<string> = new Set(
  'since version versionadded author default defaultvalue type doc internal module package category group name namespace memberof kind class function callback extends implements augments license date access api stability'.split(
    ' ',
  ),
);
/** Tags that name what they speak of. */
const NAMING = /^(?:param|arg|argument|prop|property|tparam|typeparam|template|typedef|retval)s?$/;
const TYPE = /^\{(?:[^{}]|\{[^{}]{0,100}\}){0,200}\}\s{0,9}/;
const NAME = /^(?:\[[^\]]{0,100}\]|&?[$\w*.<>?-]{1,100})(?=\s|:|,|$)[:,]?\s{0,9}(?:-\s{1,9})?/;

/** Takes a documentation block's undecorated lines apart. */
export function splitDocBlock(lines: readonly string[]): DocBlock {
  const description: string[] = [];
  const tags: Entry[] = [];
  let fenced = false;
  for (let i = 0; i < lines.length; i++) {
    const text = (lines[i] ?? '').trim();
    if (text.startsWith('```') || text.startsWith('~~~')) fenced = !fenced;
    const section = fenced ? undefined : sectionName(lines, i);
    if (section !== undefined) {
      const entries = sectionEntries(section.name, lines.slice(i + section.lines));
      return { description, tags: tags.concat(entries) };
    }
    const tag = fenced ? undefined : readTag(text);
    if (tag !== undefined) tags.push(tag);
    else (tags[tags.length - 1]?.lines ?? description).push(withoutTag(text));
  }
  return { description, tags };
}

function withoutTag(text: string): string {
  return text.startsWith('@') || text.startsWith('\\') ? text.replace(DESCRIPTION, '') : text;
}

function readTag(text: string): Entry | undefined {
  if (!'@\\:-*<.'.includes(text.charAt(0))) return undefined;
  if (DESCRIPTION.test(text) || INLINE.test(text)) return undefined;
  const match =
    AT_TAG.exec(text) ??
    RST_TAG.exec(text) ??
    BACKSLASH_TAG.exec(text) ??
    FIELD_TAG.exec(text) ??
    LIST_TAG.exec(text);
  if (match === null) return readXmlTag(text);
  const name = (match[1] ?? '').toLowerCase();
  const rest = text.slice(match[0].length).trim().replace(TYPE, '');
  if (match[2] !== undefined) {
    return { name, argument: match[2].trim().split(/\s/).at(-1) ?? '', lines: [rest] };
  }
  const named = NAMING.test(name) || /^(?:throws?|exception|raises?)$/.test(name);
  const argument = named ? (NAME.exec(rest)?.[0] ?? '') : '';
  const names = NAMING.test(name) || /^[A-Z][\w.]*\b/.test(argument);
  const taken = names ? argument : '';
  return {
    name,
    argument: bare(taken),
    lines: [rest.slice(taken.length).replace(/^[-–:]\s+/, '')],
  };
}

function readXmlTag(text: string): Entry | undefined {
  const match = XML_TAG.exec(text);
  if (match === null) return undefined;
  const argument = /(?:name|cref)\s{0,3}=\s{0,3}"([^"]{0,100})"/.exec(match[2] ?? '')?.[1] ?? '';
  return { name: match[1] ?? '', argument, lines: [text.slice(match[0].length)] };
}

/** The name in `[name=default]`, `name:`, `name -`. */
function bare(argument: string): string {
  return /[\w$.]+/.exec(argument)?.[0] ?? '';
}
