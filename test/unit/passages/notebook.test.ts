import { describe, expect, it } from 'vitest';
import { extractPassages } from '../../../server/src/core/passages/extract';
import { checkNone, checkPassages } from './checkPassages';

const notebook = (cells: string, metadata = '{}') =>
  `{\n "cells": [${cells}],\n "metadata": ${metadata},\n "nbformat": 4\n}\n`;
const cell = (type: string, lines: readonly string[]) =>
  `\n  {\n   "cell_type": "${type}",\n   "outputs": [{"text": ["# no output\\n"]}],\n   "source": [\n${lines.map((line) => `    ${line}`).join(',\n')}\n   ]\n  }`;

describe('notebooks', () => {
  checkPassages(
    'prose of Markdown cells, comments of code cells',
    'jupyter',
    notebook(
      [
        cell('markdown', [
          '"# No heading\\n"',
          '"\\n"',
          '"«First \\"paragraph\\"\\n"',
          '"over \\u00e9t\\u00e9.»"',
        ]),
        cell('code', [
          '"%matplotlib inline\\n"',
          '"x = \'# no\'  «# the first remark»\\n"',
          '"«# joined lines\\n"',
          '"# of a remark»"',
        ]),
        cell('raw', ['"# no raw text"']),
      ].join(','),
    ),
    [
      ['markdown', 'First "paragraph" over été.'],
      ['comment', 'the first remark'],
      ['comment', 'joined lines of a remark'],
    ],
  );
  checkPassages(
    'a source may be one string, a docstring has parts',
    'jupyter',
    '{"cells": [{"source": "def f(a):\\n    «\\"\\"\\"Adds one.»\\n\\n    «Returns:\\n        the number that is greater by one, or nothing at all where the number is unknown to those who ask»\\n    \\"\\"\\"\\n", "cell_type": "code"}]}',
    [
      ['doc', 'Adds one.'],
      [
        'doc',
        'the number that is greater by one, or nothing at all where the number is unknown to those who ask',
      ],
    ],
  );
  checkPassages(
    'the kernel names the language, whatever the order',
    'jupyter',
    notebook(
      cell('code', ['"x <- 1 // 2 «# the whole remark»"']),
      '{"kernelspec": {"language": "R"}}',
    ),
    [['comment', 'the whole remark']],
  );
  checkPassages(
    'and a cell may name another',
    'jupyter',
    notebook(
      `${cell('code', ['"%%sql\\n"', '"SELECT 1 «-- the only one»"'])},${cell('code', ['"%%time\\n"', '"x = 1 «# the only one»"'])}`,
      '{"language_info": {"name": "python"}}',
    ),
    [
      ['comment', 'the only one'],
      ['comment', 'the only one'],
    ],
  );
  checkNone('jupyter', [
    notebook(cell('code', ['"%%unknown\\n"', '"# no"'])),
    notebook(cell('code', ['"# no"']), '{"kernelspec": {"language": "brainfuck"}}'),
    '{"cells": [{"cell_type": "markdown", "source": []}]}',
    '{"cell_type": "markdown", "text": "No source."}',
    '"No cells."',
    '{"cells": [{"cell_type": "markdown", "source": "Unclosed \\',
  ]);

  it('does not read on where no notebook nests so deep', () => {
    const deep = `${'['.repeat(1000)}${notebook(cell('markdown', ['"Some prose."']))}`;
    expect(extractPassages(deep, 'jupyter').passages).toEqual([]);
  });
});
