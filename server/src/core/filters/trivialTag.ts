import type { DocPart } from '../passages/comments/docBlocks';
import { proseOf } from '../passages/comments/prose';
import { METADATA } from '../passages/comments/tagRoles';
import type { Filter } from './filter';

/** Words that add nothing to an identifier. */
const EMPTY_WORDS = new Set(
  'a an the this that of for to in is are be if or and any it its given specified current new value object instance param parameter argument type return returns result optional required default'.split(
    ' ',
  ),
);
const MOST_TAGS = 200;
/** What is looked at of a tag. */
const MOST_LINES = 20;

/** Tags that only say their own name: `@param user the user`. */
export const trivialTag: Filter = {
  name: 'trivial-tag',
  reason: 'It repeats the signature, not another text.',
  scope: 'passage',
  matches(passage) {
    const { tags, described, whole, text } = passage;
    if (described || tags.length === 0 || tags.length > MOST_TAGS) return false;
    // The text of a passage that is a tag is that tag's.
    return tags.every((tag) => isTrivial(tag, whole && text));
  },
};

function isTrivial(tag: DocPart, text: string | undefined): boolean {
  if (METADATA.has(tag.name)) return true;
  const known = new Set([...wordsOf(tag.name), ...wordsOf(tag.argument)]);
  const prose =
    text !== undefined && tag.lines.length <= MOST_LINES
      ? text
      : proseOf(tag.lines.slice(0, MOST_LINES));
  // A return value or exception has no name to repeat: one telling word is its type or subject.
  let left = tag.argument === '' ? 1 : 0;
  const isTelling = (word: string) => !EMPTY_WORDS.has(word) && !knows(known, word);
  // Most tags are told from trivial ones by the first of these.
  for (const token of prose.slice(0, 1000).split(' ')) {
    left -= wordsOf(token).filter(isTelling).length;
    if (left < 0) return false;
  }
  return true;
}

/** Lower-case words of prose and of identifiers: `userName` and `user_name` are two words. */
function wordsOf(text: string): string[] {
  const apart = text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  return apart.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function knows(known: ReadonlySet<string>, word: string): boolean {
  return known.has(word) || known.has(word.replace(/s$/, '')) || known.has(`${word}s`);
}
