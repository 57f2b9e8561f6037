import { describe, expect, it } from 'vitest';
import { extractPassages } from '../../../server/src/core/passages/extract';
import { checkNone, checkPassages } from './checkPassages';

const check = (name: string, source: string, texts: readonly string[]) =>
  checkPassages(
    name,
    'markdown',
    source,
    texts.map((text) => ['markdown', text] as const),
  );

describe('Markdown passages', () => {
  check(
    'paragraphs, items and quotations; the markers are left out',
    [
      '# No heading',
      '«First paragraph,',
      'over two lines.»',
      '',
      '* «An item.»',
      '  * «An inner item»',
      '',
      '> «A quotation»',
      '',
      '> > «A deep one»',
    ].join('\n'),
    ['First paragraph, over two lines.', 'An item.', 'An inner item', 'A quotation', 'A deep one'],
  );
  check(
    'lazy continuation lines and prefixes inside',
    '> «quoted first\nlazy second»\n\n1. «item first\n   and second»\n\n   «its second paragraph»\n',
    ['quoted first lazy second', 'item first and second', 'its second paragraph'],
  );
  check(
    'inline markup goes, what it shows stays',
    '«**Bold** and *soft*, `a_b**c`, [a link](http://x "t"), ![img](y) <b>x</b> &amp; \\* <https://a.b> [^1] [`code`](u).»\n',
    ['Bold and soft, a_b**c, a link, x & * https://a.b code.'],
  );
  check('comment syntax means nothing', '«Use /* or // or # as you like: --.»\n', [
    'Use /* or // or # as you like: --.',
  ]);
  check('tasks and admonitions', '- «[x] done with it»\n\n> «[!NOTE]\n> Mind this.»\n', [
    'done with it',
    'Mind this.',
  ]);
  check('tabs, trailing blanks, astral', '-\t«a 😀 item»  \n', ['a 😀 item']);
  check('front matter', '---\ntitle: No\ntext: no paragraph here\n---\n«Prose here.»\n', [
    'Prose here.',
  ]);
  check('TOML front matter', '+++\ntitle = "No"\n+++\n«Prose here.»\n', ['Prose here.']);
  check('a rule at the top is no front matter', '---\n\n«Prose here.»\n\n---\n', ['Prose here.']);
  check('lists with links and prose stay', '- [a](b)\n- «[c](d) does something»\n', [
    'c does something',
  ]);
  check('shortcodes', '{{< note >}}\n\n«Mind {{% post %}} this.»\n\n{{< /note >}}\n', [
    'Mind this.',
  ]);
  checkNone('markdown', [
    '{{< code-toggle file=post >}}\nkey = value of it\n\n[[table]]\nother = value\n{{< /code-toggle >}}\n',
    '{{< figure src="a.png" caption="A picture of it" >}}\n',
    '```js\n// no\n```\n',
    '~~~\nunclosed fence\n',
    '    indented code\n',
    '| a | b |\n| - | - |\n| c | d |\n',
    '# Heading\n\nSetext\n===\n\nOther\n---\n',
    '<div>\nhtml block\n</div>\n',
    '[ref]: http://x "no"\n',
    '- [One](#one)\n  - [Two](#two)\n- <http://x.y>\n',
    '[![build](a)](b) ![x](y)\n',
    '<!-- a remark -->\n',
    '***\n\n---\n',
  ]);
});

describe('Markdown offsets', () => {
  it.each([
    ['\ufeffWith a mark.', 'With a mark.'],
    ['a\rb\r\rc', 'a\rb'],
    ['- - - deep', 'deep'],
    ['>- > x y', 'x y'],
    ['1)  x  y', 'x  y'],
    ['a \ud800 b', 'a \ud800 b'],
  ])('the first passage of %j is %j', (source, slice) => {
    const first = extractPassages(source, 'markdown').passages[0];
    expect(first && source.slice(first.start, first.end)).toBe(slice);
  });
});
