import { describe, expect, it } from 'vitest';
import { proseOf } from '../../../server/src/core/passages/comments/prose';

describe('proseOf', () => {
  it.each([
    ['{@link Foo} and {@link Foo#bar the bar} and {@linkplain #x}', 'Foo and the bar and x'],
    ['{@code List<String>} {@literal <} {@value X} {@inheritDoc}', 'List<String> < X'],
    ['a `b` ``c`d`` `__init__` **`e`** `unclosed', 'a b c`d __init__ e unclosed'],
    ['<p>a<br/>b <b>c</b> <a href="x">d</a>', 'a b c d'],
    ['List<String> of Map<K, V> and a < b > c', 'List<String> of Map<K, V> and a < b > c'],
    ['[text](http://x.y) [ref][id] [`Foo`] [a]', 'text ref Foo [a]'],
    [
      '**bold** __strong__ *soft* _low_ snake_case_name 2 * 3 * 4',
      'bold strong soft low snake_case_name 2 * 3 * 4',
    ],
    [
      'see <see cref="M:A.B(System.Int32)"/> and <paramref name="x"/>',
      'see A.B(System.Int32) and x',
    ],
    [
      'see <see href="https://a.b/boxes">Letter boxes</see> or <see href="https://a.b/c"/>',
      'see Letter boxes or c',
    ],
    ['&lt;a&gt; &amp; &quot;b&quot; &unknown;', '<a> & "b" &unknown;'],
    ['use :func:`~a.b` and :py:class:`C`', 'use ~a.b and C'],
    ['---- Title ----', 'Title'],
    ['│ boxed text │', 'boxed text'],
    ['# framed #', 'framed'],
    ['═══════', ''],
    ['C# and a++ and --flag stay', 'C# and a++ and --flag stay'],
    ['  much \t white\u00a0space  ', 'much white space'],
    ['a \\p name and @c code', 'a name and code'],
    ['\ue0000\ue001 `x`', '0 x'],
  ])('%j reads %j', (line, text) => {
    expect(proseOf([line])).toBe(text);
  });

  it('leaves code blocks out', () => {
    const lines = [
      'Before.',
      '```ts',
      'code();',
      '```',
      'Between.',
      '<pre>',
      'x',
      '</pre>',
      'After.',
    ];
    expect(proseOf(lines)).toBe('Before. Between. After.');
  });
});
