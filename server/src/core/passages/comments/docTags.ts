import { roleOf } from './tagRoles';

/** How a tag opens on its line. */
export interface TagOpening {
  /** Lower case, e.g. `param`, `returns`. */
  readonly name: string;
  /** What it speaks of, where the tag names it. */
  readonly argument: string;
  /** What follows on the line: an uncut end of it. */
  readonly rest: string;
  /** How its text ends, unless the next tag ends it. */
  readonly until?: 'blank line' | 'dedent' | 'closing element';
}

/** Tags whose content is the description itself. */
const DESCRIPTION =
  /^[@\\](?:brief|description|desc|summary|short|fileoverview|overview|classdesc|file(?=[ \t]+\S+[ \t]+\S))(?![\w-])[:\s]*/i;
/** Tags that stand within a sentence. */
const INLINE = /^[@\\](?:[abcenp]|em|ref|link|code|literal|cite)\b/;
const AT_TAG = /^@([A-Za-z][\w-]{0,40})/;
const BACKSLASH_TAG =
  /^\\(params?|tparam|returns?|retval|result|throws?|exception|see|sa|note|warning|attention|remarks?|details|since|deprecated|todo|pre|post|invariant|author|version|file|class|endcode|ingroup|addtogroup|defgroup)\b/;
const FIELD_TAG = /^:([a-z]{2,20})(?:[ \t]+([^:\n]{1,120}))?:(?=\s|$)/;
const RST_TAG = /^\.\. (versionadded|versionchanged|deprecated|seealso|todo|note|warning)::/;
const XML_TAG =
  /^<(param|typeparam|returns|exception|value|remarks|example|seealso|permission|inheritdoc|include)\b([^>]{0,200})>/;
const LIST_TAG =
  /^[-*] (?:(Parameter)[ \t]{1,4}([^:\n]{1,80})|(Returns|Throws|Note|Remark|Warning|Important|Attention|Precondition|Postcondition|Complexity|SeeAlso|Since|Author|Version)):(?=\s|$)/;

/** Exceptions are named by types; a sentence that begins with a capital names none. */
const EXCEPTION = /^(?:[\w.\\:]{0,80}[.\\:])?[A-Z]\w{0,60}(?:[A-Z]\w{0,60}|rror|xception|anic)$/;
/** Doxygen's `[in,out]`. */
const DIRECTION = /^\[\s?(?:in|out)\b[^\]]{0,10}\]\s{0,9}/;
/** JSDoc's `{T}`, YARD's `[T]`. */
const TYPE =
  /^(?:\{((?:[^{}]|\{[^{}]{0,100}\}){0,200})\}|\[([A-Z][\w:<>, ]{0,100})\])(?:\s{1,9}-?\s{0,9}|$)/;
/** PHP's types, where they cannot be words: `string|null`, `\A\B`, `int[]`, `array<int, T>`. */
const UNION =
  /^(?=[\w\\?]{0,80}[|\\[<])\??[\w\\]{1,100}(?:<[^<>\n]{0,100}>)?(?:\[\])?(?:\|[\w\\]{1,100}(?:<[^<>\n]{0,100}>)?(?:\[\])?){0,20}\s{1,9}/;
const VARIABLE = /^(?:[^\s$]{1,100}\s{1,9})?&?(?:\.{3})?(\$\w{1,80})(?:\s{1,9}|$)/;
const NAME =
  /^(?:\[(?:[^[\]]|\[[^[\]]{0,60}\]){0,100}\]|&?[$\w*.<>?-]{1,100})(?=\s|:|,|$)[:,]?\s{0,9}(?:-\s{1,9})?/;
/** In reStructuredText the version comes first. */
const VERSION = /^v?\d[\w.]{0,20}(?=\s|$)/;
/** Go's paragraph, which others have taken over. */
const DEPRECATED = /^Deprecated:(?=\s)/;
const DASH = /^[-–:]\s+/;

/** What follows the marker of a description such as `@brief`; `undefined` where the line has none. */
export function readDescription(text: string): string | undefined {
  const match = text.startsWith('@') || text.startsWith('\\') ? DESCRIPTION.exec(text) : null;
  return match === null ? undefined : text.slice(match[0].length);
}

/** The tag that a trimmed line opens, in the notation of JSDoc, Doxygen, Sphinx, XML, Swift or Go. */
export function readTag(text: string): TagOpening | undefined {
  if (!'@\\:-*<.D'.includes(text.charAt(0)) || INLINE.test(text)) return undefined;
  const block = AT_TAG.exec(text) ?? BACKSLASH_TAG.exec(text);
  if (block !== null) return readBlockTag(text, block);
  if (DEPRECATED.test(text)) {
    const rest = text.replace(DEPRECATED, '').trimStart();
    return { name: 'deprecated', argument: '', rest, until: 'blank line' };
  }
  const directive = RST_TAG.exec(text);
  const field = directive ?? FIELD_TAG.exec(text) ?? LIST_TAG.exec(text);
  if (field === null) return readXmlTag(text);
  const name = (field[1] ?? field[3] ?? '').toLowerCase();
  const argument = field[2]?.trim().split(/\s/).at(-1) ?? '';
  const rest = text.slice(field[0].length).trimStart();
  const isDated = directive !== null && name === 'deprecated';
  return { name, argument, rest: isDated ? rest.replace(VERSION, '') : rest, until: 'dedent' };
}

function readBlockTag(text: string, match: RegExpExecArray): TagOpening {
  const name = (match[1] ?? '').toLowerCase();
  const role = roleOf(name);
  const untyped = text.slice(match[0].length).trimStart().replace(DIRECTION, '');
  const type = TYPE.exec(untyped);
  const rest = untyped.slice(type?.[0].length ?? 0);
  const ends = text.startsWith('\\') && role !== 'remarks';
  const until = ends ? ({ until: 'blank line' } as const) : {};
  if (role === 'param' || name === 'retval' || name === 'typedef') {
    const variable = VARIABLE.exec(rest);
    const named = variable ?? NAME.exec(rest);
    const described = rest.slice(named?.[0].length ?? 0).replace(TYPE, '');
    return {
      name,
      argument: bare(named?.[1] ?? named?.[0] ?? ''),
      rest: afterDash(described),
      ...until,
    };
  }
  if (role === 'throws') {
    const word = /^\S{1,160}/.exec(rest)?.[0].replace(/:$/, '') ?? '';
    if (EXCEPTION.test(word)) {
      const described = rest.slice(word.length).replace(/^:/, '').trimStart();
      return { name, argument: word, rest: afterDash(described), ...until };
    }
    return { name, argument: bare(type?.[1] ?? type?.[2] ?? ''), rest: afterDash(rest), ...until };
  }
  const untagged = role === 'return' ? rest.replace(UNION, '') : rest;
  return { name, argument: '', rest: afterDash(untagged), ...until };
}

function readXmlTag(text: string): TagOpening | undefined {
  const match = XML_TAG.exec(text);
  if (match === null) return undefined;
  const argument =
    /(?:name|cref)\s{0,3}=\s{0,3}"(?:[A-Z]:)?([^"]{0,100})"/.exec(match[2] ?? '')?.[1] ?? '';
  const rest = text.slice(match[0].length);
  return { name: match[1] ?? '', argument, rest, until: 'closing element' };
}

/** The name in `[name=default]`, `name:`, `name -`. */
function bare(argument: string): string {
  return /[\w$.]+/.exec(argument)?.[0] ?? '';
}

function afterDash(text: string): string {
  return text.replace(DASH, '');
}
