import { stripMarkup } from '../comments/markup';
import { fold } from '../comments/prose';

const ADMONITION = /^(?:NOTE|TIP|IMPORTANT|CAUTION|WARNING):\s+/;
const LINK = /\b(?:(?:link|xref|mailto):|https?:\/\/)[^\s[\]]{1,600}\[([^[\]]{0,300})\]/g;
const REFERENCE = /<<[^<>,]{1,200}(?:,\s{0,9}([^<>]{1,300}))?>>/g;
const IMAGE = /\b(?:image|icon|footnote|anchor|indexterm):[^\s[\]]{0,300}\[[^[\]]{0,300}\]/g;
const MACRO = /\b(?:kbd|btn|menu|pass|stem):[^\s[\]]{0,100}\[([^[\]]{0,300})\]/g;
/** A macro of the project's own: `javadoc:org.post.Letter[]` shows its label, or the last name of its target. */
const NAMED =
  /\b[a-z][\w-]{1,30}:((?:[^\s[\]]{0,300}[./#])?([^\s[\]./#:]{1,100}))\[([^[\]]{0,300})\]/g;
const SPAN = /(?:\[[^[\]\s]{1,60}\])?#{1,2}([^#\s](?:[^#]{0,300}[^#\s])?)#{1,2}/g;
const BREAK = / \+$/gm;

/** What a paragraph shows: links by their labels, no pictures and footnotes. */
export function stripAsciiDoc(text: string): string {
  const plain = text
    .replace(ADMONITION, '')
    .replace(BREAK, '')
    .replace(IMAGE, '')
    .replace(LINK, '$1')
    .replace(REFERENCE, '$1')
    .replace(MACRO, '$1')
    .replace(NAMED, (_, _target, name: string, label: string) => labelOf(label) || name)
    .replace(SPAN, '$1');
  return stripMarkup(fold(plain));
}

/** What a macro's brackets show; attributes (`format=annotation`) and numbers of manual sections are not shown. */
function labelOf(inner: string): string {
  return /^\d*$|^[\w-]+=/.test(inner) ? '' : inner;
}
