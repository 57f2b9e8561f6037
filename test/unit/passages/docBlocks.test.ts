import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractPassages } from '../../../server/src/core/passages/extract';
import type { Passage, PassageRole } from '../../../server/src/core/passages/passage';

/** `«` and `»` stand around each expected part; they are not part of the source. */
const MARKED = /«([^»]*)»/g;

/** Role, argument (empty: none) and text of each part. */
type Expected = readonly (readonly [PassageRole, string, string])[];

/** All parts of a source, those that are silenced as well, in source order. */
function partsOf(source: string, languageId: string): Passage[] {
  const { passages, silenced } = extractPassages(source, languageId);
  return [...passages, ...silenced].sort((a, b) => a.start - b.start);
}

/** Checks that exactly the marked slices are parts of doc blocks, in LF and CRLF. */
function check(name: string, languageId: string, marked: string, expected: Expected): void {
  it(name, () => {
    for (const version of [marked, marked.replaceAll('\n', '\r\n')]) {
      const slices = Array.from(version.matchAll(MARKED), (match) => match[1] ?? '');
      const source = version.replaceAll(/[«»]/g, '');
      const parts = partsOf(source, languageId);
      expect(parts.map(({ role, argument = '', text }) => [role, argument, text])).toEqual(
        expected,
      );
      expect(parts.map(({ start, end }) => source.slice(start, end))).toEqual(slices);
    }
  });
}

describe('block tags', () => {
  check(
    'Javadoc',
    'java',
    `«/**
 * Copies the {@link Foo#bar label of} bytes.
 *
 * <p>It never fails.»
 *
 * «@param src the {@code stream} that is read
 *     and closed»
 * «@param <T> type of what is read»
 * @param n the count
 * «@return how many bytes were <code>copied</code>»
 * «@throws IOException if the stream cannot be read»
 * «@throws If something else is wrong»
 * «@deprecated use {@link #other(int)} instead of this»
 * @since 1.2 or some later version of it
 * @see Other the other thing like this
 */
`,
    [
      ['description', '', 'Copies the label of bytes. It never fails.'],
      ['param', 'src', 'the stream that is read and closed'],
      ['param', 'T', 'type of what is read'],
      ['return', '', 'how many bytes were copied'],
      ['throws', 'IOException', 'if the stream cannot be read'],
      ['throws', '', 'If something else is wrong'],
      ['deprecated', '', 'use other(int) instead of this'],
    ],
  );
  check(
    'JSDoc',
    'typescript',
    `/**
 * «@param {{a: string}} [x=[1]] - the distance from the edge»
 * «@returns {Promise<void>} when all of it is done»
 * «@throws {RangeError} when there is too much of it»
 * «@remarks
 * See [the page](https://example.org) of this thing.
 *
 * Another paragraph.»
 * @example
 * call(some, thing) // with some words behind it
 * # and a line that is no heading
 * because it is code
 */
`,
    [
      ['param', 'x', 'the distance from the edge'],
      ['return', '', 'when all of it is done'],
      ['throws', 'RangeError', 'when there is too much of it'],
      ['remarks', '', 'See the page of this thing. Another paragraph.'],
    ],
  );
  check(
    'PHPDoc',
    'php',
    `<?php
«/**
 * Finds it.»
 *
 * «@param string|null $name  the name of what is sought»
 * «@param \\A\\B ...$more all the others to be found»
 * «@return array<int, string>|null the things that were found»
 * «@throws \\A\\NoneFoundException when there are none of them»
 */
`,
    [
      ['description', '', 'Finds it.'],
      ['param', '$name', 'the name of what is sought'],
      ['param', '$more', 'all the others to be found'],
      ['return', '', 'the things that were found'],
      ['throws', '\\A\\NoneFoundException', 'when there are none of them'],
    ],
  );
  check(
    'Doxygen',
    'cpp',
    `«/*!
 * \\brief Opens it.
 *
 * Longer text.
 * \\code{.cpp}
 * @param x is code here and no tag
 * \\endcode
 * And more of it.»
 *
 * «\\param[in,out] name path of the \\p file to open»
 *
 * «Prose behind the parameter goes on.»
 * «\\retval 0 if everything went very well»
 * «\\details All the details of it.
 *
 * Even more of them.»
 */
/** @file a.h
 *  «@brief What the file is for.»
 */
`,
    [
      ['description', '', 'Opens it. Longer text. And more of it.'],
      ['param', 'name', 'path of the file to open'],
      ['remarks', '', 'Prose behind the parameter goes on.'],
      ['return', '0', 'if everything went very well'],
      ['remarks', '', 'All the details of it. Even more of them.'],
      ['description', '', 'What the file is for.'],
    ],
  );
  check(
    'YARD',
    'ruby',
    `«# Greets people.»
#
# «@param name [String] the name of whom to greet»
# «@param [Integer] count how often people are greeted»
# «@return [String, nil] the greeting that was made»
# «@raise [ArgumentError] if there is nobody to greet»
def greet(name, count)
`,
    [
      ['description', '', 'Greets people.'],
      ['param', 'name', 'the name of whom to greet'],
      ['param', 'count', 'how often people are greeted'],
      ['return', '', 'the greeting that was made'],
      ['throws', 'ArgumentError', 'if there is nobody to greet'],
    ],
  );
});

describe('elements, lists and headings', () => {
  check(
    'C#',
    'csharp',
    `«/// <summary>
/// Gets the <see cref="T:A.User"/> by <paramref name="id"/>.»
/// </summary>
/// «<param name="id">The identifier of the user.</param>»
/// «<returns>
/// The user that was found.»
/// </returns>
/// «<exception cref="T:System.IOException">If the file cannot be read.</exception>»
/// «<remarks>
/// <para>It is slow for many.</para>
/// <para>And it blocks.</para>»
/// </remarks>
`,
    [
      ['description', '', 'Gets the A.User by id.'],
      ['param', 'id', 'The identifier of the user.'],
      ['return', '', 'The user that was found.'],
      ['throws', 'System.IOException', 'If the file cannot be read.'],
      ['remarks', '', 'It is slow for many. And it blocks.'],
    ],
  );
  check(
    'C#: a summary below the parameters',
    'csharp',
    `/// <param name="id">The id.</param>
/// <summary>
/// «Gets the user.»
/// </summary>
`,
    [['description', '', 'Gets the user.']],
  );
  check(
    'Rust',
    'rust',
    `«/// Adds [\`Foo\`] up.»
///
/// # Arguments
///
/// «* \`a\` - The first of the numbers.»
/// «* \`b\` - Another number, which is longer and
///   goes on here.»
///
/// # «Errors
///
/// Returns [\`Err\`](std::Err) if it is too large.»
///
/// # «Panics
/// When the lock cannot be taken.»
///
/// # «Safety
/// The pointer must be valid.»
/// # Examples
/// Some words that are about the code.
fn f() {}
`,
    [
      ['description', '', 'Adds Foo up.'],
      ['param', 'a', 'The first of the numbers.'],
      ['param', 'b', 'Another number, which is longer and goes on here.'],
      ['throws', '', 'Returns Err if it is too large.'],
      ['throws', '', 'When the lock cannot be taken.'],
      ['section', '', 'The pointer must be valid.'],
    ],
  );
  check(
    'Swift',
    'swift',
    `«/// Adds the numbers.»
///
/// - Parameters:
///   «- a: the first of the numbers»
///   «- b: the second of the numbers
///     and its continuation»
/// «- Returns: the sum of the numbers»
/// «- Throws: \`E.x\` if they are too large»
///
/// «Prose behind the list of tags.»
/// «- Parameter c: the third of the numbers»
func f() {}
`,
    [
      ['description', '', 'Adds the numbers.'],
      ['param', 'a', 'the first of the numbers'],
      ['param', 'b', 'the second of the numbers and its continuation'],
      ['return', '', 'the sum of the numbers'],
      ['throws', '', 'E.x if they are too large'],
      ['remarks', '', 'Prose behind the list of tags.'],
      ['param', 'c', 'the third of the numbers'],
    ],
  );
  check(
    'Go',
    'go',
    `«// Add adds numbers.»
//
// «Deprecated: use Sum instead of this.»
//
// # «Order
//
// They are added one by one.»
func Add() {}
`,
    [
      ['description', '', 'Add adds numbers.'],
      ['deprecated', '', 'use Sum instead of this.'],
      ['section', '', 'They are added one by one.'],
    ],
  );
});

describe('docstrings', () => {
  check(
    'Google style',
    'python',
    `def f(a, *rest):
    «"""Adds one.

    More prose.»

    Args:
        «a (Callable[[int], str], optional): The number that is
            added: to the other.»
        «*rest: All the others to be added.»

    «Returns:
        Dict[str, int]: The sum of all numbers.
        Never negative.»

    Raises:
        «ValueError: If it is not a number.»

    «Behind it stands some more prose.»

    «Note:
        It is slow for long lists.»

    Example:
        # a comment of the example is no heading
        f(one, two, three, four, five)
    """
`,
    [
      ['description', '', 'Adds one. More prose.'],
      ['param', 'a', 'The number that is added: to the other.'],
      ['param', 'rest', 'All the others to be added.'],
      ['return', '', 'The sum of all numbers. Never negative.'],
      ['throws', 'ValueError', 'If it is not a number.'],
      ['remarks', '', 'Behind it stands some more prose.'],
      ['section', '', 'It is slow for long lists.'],
    ],
  );
  check(
    'NumPy style',
    'python',
    `def f(a, b, c):
    «"""
    Adds one.»

    Parameters
    ----------
    «a, b : int, optional
        The number that is added.

        A second paragraph.»
    c : str

    Returns
    -------
    «int
        The sum of all numbers.»

    Raises
    ------
    «ValueError
        If it is not a number.»

    «Notes
    -----
    It is slow for long lists.»

    See Also
    --------
    other : it does the same but faster
    """
`,
    [
      ['description', '', 'Adds one.'],
      ['param', 'a', 'The number that is added. A second paragraph.'],
      ['return', '', 'The sum of all numbers.'],
      ['throws', 'ValueError', 'If it is not a number.'],
      ['section', '', 'It is slow for long lists.'],
    ],
  );
  check(
    'reStructuredText',
    'python',
    `def f(a):
    «"""Adds one.»

    «:param int a: the number that is
        added to the :class:\`Other\` one»
    :type a: int or whatever can be made one
    «:returns: the sum of \`\`all\`\` numbers»
    «:raises ValueError: if it is not a number»

    «Prose behind all of the fields.»

    «.. deprecated:: 1.2
       Use the other function instead.»
    """
`,
    [
      ['description', '', 'Adds one.'],
      ['param', 'a', 'the number that is added to the Other one'],
      ['return', '', 'the sum of all numbers'],
      ['throws', 'ValueError', 'if it is not a number'],
      ['remarks', '', 'Prose behind all of the fields.'],
      ['deprecated', '', 'Use the other function instead.'],
    ],
  );
});

describe('parts of one comment', () => {
  const silencers = (source: string, languageId: string) =>
    extractPassages(source, languageId).silenced.map(({ silencedBy }) => silencedBy);
  const block = (...lines: string[]) => `/**\n${lines.map((line) => ` * ${line}\n`).join('')} */\n`;
  const LONG = '@note The file must be closed when it is done.';

  it('are silenced together by their author', () => {
    const source = `// text-twin-ignore-next\n\n${block('Opens it.', LONG)}`;
    expect(silencers(source, 'java')).toEqual(Array(3).fill('ignore-directive'));
    expect(extractPassages(source + block('Shuts it.', LONG), 'java').passages.length).toBe(2);
  });

  it('are silenced together as a licence and with a generated file', () => {
    const notice = block('Copyright (c) 2024 The Authors.', LONG);
    expect(silencers(notice, 'java')).toEqual(['licence', 'licence']);
    const generated = block('@generated', LONG) + block('Opens it.', LONG);
    expect(silencers(generated, 'java')).toEqual(Array(3).fill('generated'));
  });

  it('are judged apart by all other filters', () => {
    const { passages, silenced } = extractPassages(
      block('See Foo.', LONG, '@param x to what it is set'),
      'java',
    );
    expect(passages.map(({ role }) => role)).toEqual(['section']);
    expect(silenced.map(({ silencedBy }) => silencedBy)).toEqual(['see-only', 'parallel-tag']);
  });

  it('know where the comment ends; comments and prose have no roles', () => {
    const source = `${block('Opens it.', LONG)}// A remark.\n`;
    const end = source.indexOf('*/') + 2;
    const parts = partsOf(source, 'java');
    expect(parts.map(({ commentEnd }) => commentEnd)).toEqual([end, end, undefined]);
    expect(parts.map(({ role }) => role)).toEqual(['description', 'section', undefined]);
    expect(partsOf('Opens it.\n', 'markdown')).toEqual([
      { kind: 'markdown', start: 0, end: 9, text: 'Opens it.' },
    ]);
  });
});

describe('whatever the block holds', () => {
  const MARKERS = [
    '',
    '',
    '@param x ',
    '@param {T} [x] - ',
    '@returns ',
    '@throws IOException ',
    '@deprecated ',
    '@since ',
    '@brief ',
    '\\param x ',
    ':param x: ',
    ':returns: ',
    'Args:',
    'Returns:',
    'Raises:',
    '    x (int): ',
    '    ',
    '        ',
    'Parameters',
    'Notes',
    '-----',
    '# Errors',
    '## ',
    '- Parameter x: ',
    '- Parameters:',
    '- Returns: ',
    '  - x: ',
    '* `x` - ',
    '<param name="x">',
    '<remarks>',
    '</remarks>',
    '```',
    '>>> ',
    'Deprecated: ',
    '.. deprecated:: 1.2 ',
  ];
  const WORDS = ['', 'one', 'one two three four five', 'Six seven `eight` {@link nine} **ten**.'];
  const lines = fc.array(
    fc.tuple(fc.constantFrom(...MARKERS), fc.constantFrom(...WORDS)).map((pair) => pair.join('')),
    { maxLength: 20 },
  );
  const FORMS: readonly (readonly [string, string, (lines: readonly string[]) => string])[] = [
    ['java', 'class A {}\n', (all) => `/**\n${all.map((line) => ` * ${line}\n`).join('')} */`],
    ['rust', 'fn f() {}\n', (all) => ['head', ...all].map((line) => `/// ${line}`).join('\n')],
    ['python', 'def f():\n', (all) => `    """${all.join('\n    ')}\n    """`],
  ];

  it.each(FORMS)('%s: exact ranges in order, inside the comment', (languageId, code, form) => {
    fc.assert(
      fc.property(lines, fc.constantFrom('\n', '\r\n'), (all, newline) => {
        const head = languageId === 'python' ? code : '';
        const comment = form(all).replaceAll('\n', newline);
        const source = head + comment + newline;
        let last = head.length;
        for (const part of partsOf(source, languageId)) {
          const { start, end, text } = part;
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(head.length + comment.trimEnd().length);
          last = end;
          const slice = source.slice(start, end);
          const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
          expect(slice).toContain(words[0] ?? '');
          expect(slice).toContain(words.at(-1) ?? '');
          if (part.role !== undefined) expect(slice).not.toMatch(/(?:\*\/|""")$|\s$/);
          expect(JSON.parse(JSON.stringify(part))).toEqual(part);
        }
      }),
      { numRuns: 300 },
    );
  });
});
