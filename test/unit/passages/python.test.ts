import { describe } from 'vitest';
import { checkNone, checkPassages } from './checkPassages';

describe('Python', () => {
  checkPassages(
    'docstrings are first statements',
    'python',
    [
      '# -*- coding: utf-8 -*-',
      '«"""The module.\n\nTwo paragraphs.»"""',
      'x = """not one"""',
      'class A(B):',
      "    «r'''Raw docstring here.»'''",
      '    """second string, no docstring"""',
      '    async def f(self, a: str = ":") -> str:  «# the signature is odd»',
      '        «"A plain docstring.»"',
      '        return "# no"',
      '    def g(x,',
      '          y):',
      '',
      '        «# remark before the docstring»',
      '        «u"""Unicode docstring.»"""  «# and behind it»',
      '    def h(): «"""One-liner docstring.»"""',
    ].join('\n'),
    [
      ['doc', 'The module. Two paragraphs.'],
      ['doc', 'Raw docstring here.'],
      ['comment', 'the signature is odd'],
      ['doc', 'A plain docstring.'],
      ['comment', 'remark before the docstring'],
      ['doc', 'Unicode docstring.'],
      ['comment', 'and behind it'],
      ['doc', 'One-liner docstring.'],
    ],
  );
  checkNone('python', [
    'x = "# no"; y = \'# no\'; z = """\n# no\n"""',
    'x = f"{a["#"]} {b:#x} {{ # no"',
    'def f():\n    b"""bytes document nothing"""',
    'def f():\n    f"""formatted {x} neither"""',
    'def f():\n    "a" + b',
    'x = {\n  "a": 1,\n  "b": "# no",\n}',
    'f(\n"not a docstring"\n)',
    "x = 'it\\'s # no'",
    'if x:\n    "an expression, no docstring"',
    'x = rb"\\"# no"',
  ]);
  checkPassages(
    'Google style',
    'python',
    'def f(a):\n    «"""Adds one.»\n\n    Args:\n        a (int): the number.\n\n    Returns:\n        int: the sum.\n    """\n',
    [['doc', 'Adds one.']],
  );
  checkPassages(
    'NumPy style',
    'python',
    'def f(a):\n    «"""\n    Adds one.»\n\n    Parameters\n    ----------\n    a : int\n        The number.\n    """\n',
    [['doc', 'Adds one.']],
  );
  checkPassages(
    'Sphinx style, roles and doctests',
    'python',
    'def f(a):\n    «"""Adds one, see :func:`g` and ``h``.\n\n    >>> f(1)\n    2\n\n    Always exact.»\n\n    :param a: the number\n    :returns: the sum\n    """\n',
    [['doc', 'Adds one, see g and h. Always exact.']],
  );
  checkPassages(
    'an f-string left open does not swallow the file',
    'python',
    'x = f"{a\n«# still a comment»\n',
    [['comment', 'still a comment']],
  );
  checkPassages(
    'a bracket left open does not hide the next docstring',
    'python',
    'x = (1,\n\ndef f():\n    «"""Still documentation.»"""\n',
    [['doc', 'Still documentation.']],
  );
});
