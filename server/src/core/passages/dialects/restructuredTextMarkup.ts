import { stripMarkup } from '../comments/markup';
import { fold } from '../comments/prose';

const ROLE = /:(?:[\w.+-]{1,30}:){1,2}`([^`]{1,300})`/g;
const TITLED = /^(.{1,300}?)\s{0,9}<[^<>]{1,300}>$/s;
const LINK = /`([^`<]{1,300}?)\s{0,9}<[^<>`]{1,400}>`_{1,2}/g;
const REFERENCE = /(?<!`)`([^`]{1,300})`_{1,2}/g;
const FOOTNOTE = /\s?\[[^[\]\s]{1,40}\]_/g;

/** What a paragraph shows: no roles, links and footnotes. */
export function stripRestructuredText(text: string): string {
  const plain = text
    .replace(/::$/, ':')
    .replace(ROLE, (_, content: string) => content.replace(TITLED, '$1').replace(/^[~!]/, ''))
    .replace(LINK, '$1')
    .replace(REFERENCE, '$1')
    .replace(FOOTNOTE, '');
  return stripMarkup(fold(plain)).replace(/\\([^\w\s])/g, '$1');
}
