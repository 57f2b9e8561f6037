import type { Candidate } from '../candidate';
import { readComments } from '../commentCandidates';
import { isNewline, isWord, lineEnd, wordAt, wordEndingAt } from '../scanning/characters';
import type { Cursor, Rule } from '../scanning/cursor';
import type { Grammar, StringLiteral } from '../scanning/grammar';
import { scan } from '../scanning/scan';
import { Heredocs } from './heredocs';
import { mergeCandidates } from './paragraphs';
import { QuoteLike } from './perlQuotes';
import { isPod, POD, podEnd, readPod } from './pod';
import { regexRule } from './regex';

const HEREDOC = /^<<(~?)(?:([A-Za-z_]\w{0,80})|'([^'\n]{0,80})'|"([^"\n]{1,80})")/;
const BEFORE_OPERAND = new Set(
  'if elsif unless while until and or not xor x lt gt le ge eq ne cmp return push unshift grep map split join print'.split(
    ' ',
  ),
);

const quoted = (mark: string): StringLiteral => {
  return { open: mark, close: mark, escape: 'backslash', lines: true };
};

/** Perl's lexis. Its documentation comes out as comments that begin with `=`. */
const perl: Grammar = {
  lines: [{ open: '#' }],
  strings: [quoted('"'), quoted("'"), quoted('`')],
  rules,
};

/** Comments and paragraphs of documentation. */
export function readPerl(source: string): Candidate[] {
  const comments = scan(source, perl);
  const code = { comments: () => comments.filter((comment) => !isPod(comment)) };
  return mergeCandidates(
    readComments(source, code),
    comments.filter(isPod).flatMap((pod) => readPod(source, pod)),
  );
}

function rules(cursor: Cursor): Record<string, Rule> {
  const heredocs = new Heredocs(cursor);
  const quoteLike = new QuoteLike(cursor);
  const quote: Rule = () => quoteLike.read();
  return {
    ...heredocs.rules,
    '<': () => announceHeredoc(cursor, heredocs),
    '=': readDocument,
    '/': regexRule(expectsOperand),
    $: readVariable,
    '@': readVariable,
    '%': readVariable,
    '&': readName,
    '-': readName,
    ':': readName,
    "'": readPackageMark,
    _: endOfProgram,
    m: quote,
    q: quote,
    s: quote,
    t: quote,
    y: quote,
  };
}

function announceHeredoc(cursor: Cursor, heredocs: Heredocs): boolean {
  const { source, at } = cursor;
  if (!source.startsWith('<<', at)) return false;
  const match = HEREDOC.exec(source.slice(at, at + 100));
  const word = match?.[2] ?? match?.[3] ?? match?.[4];
  if (match === null || word === undefined) return false;
  if (!heredocs.announce({ word, indented: match[1] === '~' })) return false;
  cursor.at += match[0].length;
  return true;
}

/** Whether an operand, not an operator, is due: `split /x/` against `$a / $b`. */
function expectsOperand(cursor: Cursor): boolean {
  const { source, at } = cursor;
  const last = cursor.before(at, Math.max(0, at - 1000));
  const character = source.charAt(last);
  if (last < 0 || character === '') return true;
  if (`)]}"'\`$`.includes(character)) return false;
  if (!isWord(source.charCodeAt(last))) return true;
  const word = wordEndingAt(source, last);
  return BEFORE_OPERAND.has(word) && !'$@%>'.includes(source.charAt(last - word.length) || ' ');
}

/** `$#list`, `$'`, `$s`, `@{…}`: what follows the sign opens nothing. */
const readVariable: Rule = (cursor) => {
  const { source, at } = cursor;
  const sigil = source.charAt(at);
  const next = source.charAt(at + 1);
  const name = wordAt(source, at + 1, 200);
  if (name !== '') cursor.at += 1 + name.length;
  else if (sigil === '$' && next !== '' && `#'"\`/;&`.includes(next)) cursor.at += 2;
  else return false;
  return true;
};

/** `-s $file`, `->y(…)`, `::tr`, `&s`: names, whatever they look like. */
const readName: Rule = (cursor) => {
  const { source, at } = cursor;
  const arrow = source.startsWith('->', at) || source.startsWith('::', at) ? 2 : 1;
  const name = wordAt(source, at + arrow, 200);
  if (name === '') return false;
  cursor.at += arrow + name.length;
  return true;
};

/** Documentation: a command at the margin opens it. */
const readDocument: Rule = (cursor) => {
  const { source, at } = cursor;
  const margin = at === 0 || isNewline(source.charCodeAt(at - 1));
  if (!margin || !/[a-zA-Z]/.test(source.charAt(at + 1))) return false;
  if (source.startsWith(POD.close, at)) cursor.at = lineEnd(source, at);
  else cursor.comment(at, podEnd(source, at), POD.open, POD.close, true);
  return true;
};

/** `main'run`, the old way to name a package. */
const readPackageMark: Rule = (cursor) => {
  const { source, at } = cursor;
  if (!isWord(source.charCodeAt(at - 1)) || !isWord(source.charCodeAt(at + 1))) return false;
  if (BEFORE_OPERAND.has(wordEndingAt(source, at - 1))) return false;
  cursor.at++;
  return true;
};

/** What follows a line `__END__` is data, documentation apart. */
const endOfProgram: Rule = (cursor) => {
  const { source, at } = cursor;
  const word = wordAt(source, at, 10);
  if (word !== '__END__' && word !== '__DATA__') return false;
  if (at > 0 && !isNewline(source.charCodeAt(at - 1))) return false;
  const opener = /[\r\n]=(?!cut)[a-zA-Z]/g;
  opener.lastIndex = lineEnd(source, at);
  for (let match = opener.exec(source); match !== null; match = opener.exec(source)) {
    const start = match.index + 1;
    const end = podEnd(source, start);
    cursor.comment(start, end, POD.open, POD.close, true);
    opener.lastIndex = end;
  }
  cursor.at = source.length;
  return true;
};
