import { isWord, wordEndingAt } from '../scanning/characters';
import { C_BLOCK, DOUBLE_QUOTED, SINGLE_QUOTED, SLASHES } from '../scanning/common';
import type { Cursor, Rule } from '../scanning/cursor';
import type { Grammar } from '../scanning/grammar';
import { countBracket } from '../scanning/rules';
import { jsxRule } from './jsx';
import { regexRule } from './regex';

/** Words behind which an expression begins, so that `/` starts a regular expression and `<` markup. */
const BEFORE_EXPRESSION = new Set(
  'return typeof instanceof in of new delete void throw case do else yield await default'.split(
    ' ',
  ),
);

/** Words whose parenthesis is followed by a statement. */
const CONTROL = new Set(['if', 'while', 'for', 'with']);

/** JavaScript and TypeScript; with `jsx`, markup in expressions too. */
export function ecmascript(jsx: boolean): Grammar {
  return {
    lines: [SLASHES],
    blocks: [C_BLOCK],
    strings: [
      DOUBLE_QUOTED,
      SINGLE_QUOTED,
      {
        open: '`',
        close: '`',
        escape: 'backslash',
        lines: true,
        hole: { open: '${', brackets: '{}' },
      },
    ],
    nesting: '{}',
    rules: (cursor) => rules(cursor, jsx),
  };
}

function rules(cursor: Cursor, jsx: boolean): Record<string, Rule> {
  const parentheses: boolean[] = [];
  let afterControl = false;
  const expression = () => expectsExpression(cursor, afterControl);
  return {
    '(': () => {
      parentheses.push(CONTROL.has(wordBefore(cursor)));
      return countBracket(cursor);
    },
    ')': () => {
      afterControl = parentheses.pop() ?? false;
      return countBracket(cursor);
    },
    '/': regexRule(({ source, at }) => !'/*'.includes(source.charAt(at + 1)) && expression()),
    ...(jsx ? { '<': jsxRule(cursor, () => expression() && lastCharacter(cursor) !== '}') } : {}),
  };
}

function wordBefore(cursor: Cursor): string {
  const last = cursor.before(cursor.at);
  return isWord(cursor.code(last)) ? wordEndingAt(cursor.source, last) : '';
}

function lastCharacter(cursor: Cursor): string {
  return cursor.source.charAt(cursor.before(cursor.at));
}

/** Whether an operand, not an operator, is due at the cursor. */
function expectsExpression(cursor: Cursor, afterControl: boolean): boolean {
  const { source } = cursor;
  const last = cursor.before(cursor.at);
  if (last < 0) return true;
  const character = source.charAt(last);
  if (character === ')') return afterControl;
  if (`]"'\``.includes(character)) return false;
  if ('+-'.includes(character)) return source.charAt(last - 1) !== character;
  if (character !== '$' && !isWord(source.charCodeAt(last))) return true;
  const word = wordEndingAt(source, last);
  return BEFORE_EXPRESSION.has(word) && !'.$'.includes(source.charAt(last - word.length) || ' ');
}
