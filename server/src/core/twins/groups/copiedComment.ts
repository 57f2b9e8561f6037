import { wordsOf } from '../../embeddings/words';
import { contradict } from '../../energies/facts';
import { remembered } from '../../remembered';
import type { PlacedText } from '../placed/placedText';
import type { Copied } from '../twin';

/*
 * A comment that was copied from one member to another and never adapted: the same words stand at `closeFile` and at
 * `openFile`, and they speak of closing. After RepliComment (Blasi et al. 2018, 2021), narrowed to what a name shows
 * plainly, since a wrong warning costs more than a missed one.
 */

/** Words on more members than this are boilerplate, not a copy of one comment. */
const MOST_MEMBERS = 8;

/** A comment says what its member is or does in its first words; later ones may speak of anything. */
const HEAD_WORDS = 8;

/** What follows one of these is a circumstance: "time in milliseconds since the start". */
const SUBORDINATORS = new Set(
  'since until before after while when whenever if unless because so that which who where whose'.split(
    ' ',
  ),
);

/** Words that fit any member. */
const GENERAL = new Set(
  'a an the this that its of to in on at by for from with and or as is are be has have not no new value values object objects data item items element elements thing entry entries result results instance type types name names'.split(
    ' ',
  ),
);

const IDENTIFIER = /[\p{Ll}\p{N}]\p{Lu}|[_.#(]\w/u;

/** Where more words are asked for, all are forgotten: the same few are asked for again and again. */
const MOST_WORDS = 4096;

/** Nouns as well as verbs: "the set of names". */
const ACCESSORS = new Set(['get', 'set']);

/**
 * Which of the given passages are copies, and of what.
 *
 * @param same passages with equal normalised texts, in one document, in source order.
 */
export function copiedComments(same: readonly PlacedText[]): ReadonlyMap<PlacedText, Copied> {
  const copied = new Map<PlacedText, Copied>();
  if (same.length > MOST_MEMBERS) return copied;
  for (const item of same) {
    const { subject, passage, site } = item;
    if (subject === undefined) continue;
    const spelled = site.echoes?.split(' ');
    const original = same.find(
      (other) =>
        other.subject !== undefined && fitsBetter(passage.text, other.subject, subject, spelled),
    );
    if (original?.subject === undefined) continue;
    copied.set(item, { subject, about: original.subject, original: original.passage });
  }
  return copied;
}

/**
 * Whether a comment is plainly about the member `about` and not about `subject`.
 *
 * Looks at the words in which the two names differ. None of `subject`'s may be in the comment, and its first words
 * must hold one of `about`'s that is the opposite of one of `subject`'s (`close`, `open`), or all that tell its topic
 * from the other's (`parseJson`, `parseYaml`) and that the code of `subject` does not spell as well, or must begin with
 * the opposite of one of `subject`'s. Other words at the beginning of names say nothing: `loadUser` and `readUser` may
 * do the same.
 *
 * @param text the comment's prose.
 * @param spelled the words of the comment that the declaration of `subject` spells, types and parameters among them.
 */
export function fitsBetter(
  text: string,
  about: string,
  subject: string,
  spelled: readonly string[] = [],
): boolean {
  const comment = wordsOf(text);
  const [names, others] = [wordsOf(about), wordsOf(subject)];
  const own = names.filter((word) => !others.includes(word));
  const foreign = others.filter((word) => !names.includes(word));
  if (foreign.length === 0) return false;
  if (foreign.some((name) => comment.some((word) => resemble(word, name)))) return false;
  const head = headOf(text, names);
  const isSaid = (name: string) => head.some((word, i) => isSame(word, name) && isVerb(head, i));
  const hasOpposite = (name: string) => foreign.some((other) => contradict(name, other));
  if (own.some((name) => hasOpposite(name) && isSaid(name))) return true;
  const [first] = head;
  const opposed = (words: readonly string[]) =>
    first !== undefined && isVerb(head, 0) && words.some((name) => contradictsForm(first, name));
  if (opposed(foreign) && !opposed(own)) return true;
  const topics = own.filter((word) => isTopic(word, names));
  const isIn = (words: readonly string[], name: string) =>
    words.some((word) => word === name || isPlural(word, name));
  if (topics.every((name) => isIn(spelled, name))) return false;
  return topics.every((name) => isIn(head, name)) && foreign.some((word) => isTopic(word, others));
}

/** Whether a word of a name says what it is about; the first says what is done. */
function isTopic(word: string, name: readonly string[]): boolean {
  return name.indexOf(word) > 0 && word.length > 1 && !GENERAL.has(word);
}

/** The words up to the first circumstance. An identifier is one thing: it counts if the name holds all of it. */
function headOf(text: string, names: readonly string[]): readonly string[] {
  const comment = text.split(/\s+/).flatMap((token) => {
    const parts = wordsOf(token);
    return IDENTIFIER.test(token) && !parts.every((part) => names.includes(part)) ? [] : parts;
  });
  const end = comment.findIndex((word) => SUBORDINATORS.has(word));
  return comment.slice(0, Math.min(HEAD_WORDS, end < 0 ? comment.length : end + 1));
}

/** Whether a word may be meant as in a name: "get" and "set" begin the comment then, and no "of" follows. */
function isVerb(comment: readonly string[], at: number): boolean {
  const isAccessor = formsOf(comment[at] as string).some((form) => ACCESSORS.has(form));
  return !isAccessor || (at === 0 && comment[1] !== 'of');
}

function contradictsForm(word: string, name: string): boolean {
  return formsOf(word).some((form) => contradict(form, name));
}

function isPlural(one: string, other: string): boolean {
  return one === `${other}s` || other === `${one}s`;
}

function isSame(word: string, name: string): boolean {
  if (word === name) return true;
  const forms = formsOf(name);
  return formsOf(word).some((form) => forms.includes(form));
}

/** Whether a word may stand for one of a name, shortened or derived: `min`, `minimum`; `format`, `vformat`. */
function resemble(word: string, name: string): boolean {
  if (isSame(word, name)) return true;
  if (word.length > 3 && name.includes(word)) return true;
  const length = Math.min(4, word.length, name.length);
  return length >= 3 && word.slice(0, length) === name.slice(0, length);
}

/**
 * A word and what it may be an inflection of; some are no words, which does no harm. Participles are left out: what
 * speaks of "encoded characters" need not encode.
 */
const formsOf = remembered(MOST_WORDS, (word): readonly string[] => {
  const forms = [word];
  const add = (ending: string, ...replacements: string[]) => {
    const stem = word.slice(0, -ending.length);
    if (!word.endsWith(ending) || stem.length < 2) return;
    for (const replacement of replacements) forms.push(stem + replacement);
    if (/([bdgmnprt])\1$/.test(stem)) forms.push(stem.slice(0, -1));
  };
  add('ies', 'y');
  add('es', '', 'e');
  add('s', '');
  add('ing', '', 'e');
  return forms;
});
