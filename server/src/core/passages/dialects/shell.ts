import { BACKSLASH, isWord, wordAt } from '../scanning/characters';
import type { Cursor, Rule } from '../scanning/cursor';
import type { Grammar } from '../scanning/grammar';
import { countBracket } from '../scanning/rules';
import { skipString } from '../scanning/strings';
import { Heredocs } from './heredocs';

const HEREDOC =
  /^<<(-?)[ \t]{0,20}(?:\\?([^\s'"\\<>|;&()$`]{1,80})|'([^'\n]{1,80})'|"([^"\n]{1,80})")/;
const ANSI_C = { open: "$'", close: "'", escape: 'backslash', lines: true } as const;

/** POSIX shells, bash and zsh. `#` begins a comment only where a word could begin. */
export const shell: Grammar = {
  lines: [{ open: '#', where: 'word' }],
  strings: [{ open: "'", close: "'", escape: 'none', lines: true }],
  nesting: '{}',
  rules,
};

function rules(cursor: Cursor): Record<string, Rule> {
  const heredocs = new Heredocs(cursor);
  // Open `case`s per frame: their patterns end in a parenthesis that closes nothing.
  const cases = new WeakMap<object, number>();
  const word = (text: string, change: number): Rule => {
    return () => {
      const { frame } = cursor;
      if (frame === undefined || !isKeyword(cursor, text)) return false;
      cases.set(frame, (cases.get(frame) ?? 0) + change);
      return false;
    };
  };
  return {
    '\\': skipEscaped,
    '"': () => {
      cursor.at++;
      readQuoted(cursor);
      return true;
    },
    $: readDollar,
    '<': () => announceHeredoc(cursor, heredocs),
    ...heredocs.rules,
    c: word('case', 1),
    e: word('esac', -1),
    '(': countBracket,
    ')': () => {
      const { frame } = cursor;
      if (frame !== undefined && frame.depth === 0 && (cases.get(frame) ?? 0) > 0) return false;
      return countBracket(cursor);
    },
  };
}

const skipEscaped: Rule = (cursor) => {
  cursor.at += 2;
  return true;
};

function isKeyword(cursor: Cursor, text: string): boolean {
  const { source, at } = cursor;
  return wordAt(source, at, 6) === text && !isWord(source.charCodeAt(at - 1));
}

/** Reads on in a double-quoted string: behind its end, or into a substitution. */
function readQuoted(cursor: Cursor): void {
  const { source } = cursor;
  const resume = () => readQuoted(cursor);
  let at = cursor.at;
  while (at < source.length) {
    const code = source.charCodeAt(at);
    if (code === BACKSLASH) {
      at++;
    } else if (source.charAt(at) === '"') {
      at++;
      break;
    } else if (source.charAt(at) === '$') {
      cursor.at = at;
      if (enterSubstitution(cursor, resume)) return;
    }
    at++;
  }
  cursor.at = Math.min(at, source.length);
}

const readDollar: Rule = (cursor) => {
  if (enterSubstitution(cursor, () => undefined)) return true;
  const next = cursor.source.charAt(cursor.at + 1);
  if (next === "'") {
    cursor.at += 2;
    skipString(cursor, ANSI_C);
    return true;
  }
  if (next !== '#' && next !== '$') return false;
  cursor.at += 2;
  return true;
};

/** `$(…)` holds commands; `$((…))` and `${…}` hold no comments. */
function enterSubstitution(cursor: Cursor, resume: () => void): boolean {
  if (cursor.startsWith('${')) cursor.enter(2, '{}', resume, { comments: false });
  else if (cursor.startsWith('$((')) cursor.enter(2, '()', resume, { comments: false });
  else if (cursor.startsWith('$(')) cursor.enter(2, '()', resume);
  else return false;
  return true;
}

function announceHeredoc(cursor: Cursor, heredocs: Heredocs): boolean {
  const { source, at } = cursor;
  if (cursor.startsWith('<<<')) {
    cursor.at += 3;
    return true;
  }
  if (!cursor.startsWith('<<') || !cursor.commentsAllowed) return false;
  const match = HEREDOC.exec(source.slice(at, at + 130));
  const word = match?.[2] ?? match?.[3] ?? match?.[4];
  if (match === null || word === undefined) return false;
  if (!heredocs.announce({ word, indented: match[1] === '-' })) return false;
  cursor.at += match[0].length;
  return true;
}
