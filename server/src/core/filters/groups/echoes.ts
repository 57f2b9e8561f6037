import { wordsOf } from '../../embeddings/words';
import { resemble } from './resemble';

/** What a sentence has whatever it says. */
const FUNCTION_WORDS = new Set(
  `a an the of to in on at by for from with and or but not no is are was were be been being it its this that these
  those if when whether will would should can could may might must as into than then so do does did has have had all
  any each only which who what there our we you your they their i s`.split(/\s+/),
);
/** What documentation has whatever is declared. */
const STOCK_WORDS = new Set(
  `get gets set sets return returns create creates created creating new instance object given value make makes
  determine determines indicate indicates check checks add adds use used uses using method function class type name
  called call specified current`.split(/\s+/),
);
/** So many lines say what a comment is about: a path and three lines of code. */
const LINES = 4;
const LONGEST_CODE = 400;
const COMMENT = /^\s*(?:\/[/*]|#(?![[!]|\s*[a-z]+\b)|--\s|"""|''')/;
/** A text of more words explains; what it shares with the code beside it tells nothing. */
const MOST_WORDS = 120;

/**
 * The words of a text that the code beside it spells as well, in order and apart by spaces: what a reader of that code
 * knows without the text. A word is spelled where a name in the code resembles it: `months` and `setMonth`.
 *
 * @param normal the normalised text.
 * @param code what stands below it, or, of a docstring, what it stands in; only its first lines are looked at.
 */
export function echoesOf(normal: string, code: string): string {
  const words = contentOf(normal);
  if (words.length === 0 || words.length > MOST_WORDS) return '';
  const names = [...new Set(wordsOf(headOf(code)))].filter((name) => name.length > 1);
  return words.filter((word) => names.some((name) => resemble(word, name))).join(' ');
}

/**
 * How much of what a text says its code says as well, in [0, 1]. Stock words of documentation count as said: they are
 * worth nothing of their own.
 */
export function echoShare(normal: string, echoes = ''): number {
  if (echoes === '') return 0;
  const said = new Set(echoes.split(' '));
  const content = contentOf(normal);
  return content.filter((word) => said.has(word) || STOCK_WORDS.has(word)).length / content.length;
}

/** The words of a normalised text that say something. */
function contentOf(normal: string): string[] {
  return normal.split(' ').filter((word) => !FUNCTION_WORDS.has(word));
}

function headOf(code: string): string {
  const lines = code
    .slice(0, LONGEST_CODE)
    .split(/\r\n|\r|\n/, 2 * LINES)
    .filter((line) => line.trim() !== '')
    .slice(0, LINES);
  // What stands below another comment is what that one speaks of.
  const comment = lines.findIndex((line, at) => at > 0 && COMMENT.test(line));
  return lines.slice(0, comment < 0 ? undefined : comment).join('\n');
}
