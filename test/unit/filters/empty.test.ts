import { checkFilter } from './checkFilter';

/** Words enough for a tag to be more than a phrase. */
const MORE =
  'which nobody must forget when the window is made smaller, or larger, or is moved to another screen';

checkFilter(
  'separator',
  [
    '// ---------------------------------\n',
    '/********************************/',
    '//\n',
    '/* */',
    '/**/',
    '// 1.2.3\n',
    '// ═══════════\n',
    '/**\n * ```\n * code();\n * ```\n */',
    ['python', '########\n#      #\n########\n'],
    ['python', '""""""'],
    ['sql', '-- ==== --\n'],
    ['html', '<!-- . . . -->'],
  ],
  [
    '// ------- Public interface of the parser -------\n',
    '/**** The parser ****/',
    '// 1. Reads the file.\n',
    '// ═══ Öffentlich ═══\n',
    '// 日本語の説明\n',
    ['python', '#### Settings of the server ####\n'],
  ],
);

checkFilter(
  'todo-only',
  [
    '// TODO\n',
    '// TODO: fix this\n',
    '// FIXME(alice): broken\n',
    '// XXX\n',
    '/* HACK: for now */',
    '/** TODO */',
    ['python', '# todo: remove\n'],
    ['sql', '-- TODO [JIRA-12] remove it\n'],
    '// TODO: Remove this from the box in v2.0\n',
    '// TODO: hard-deprecate me on Post 1.23.\n',
  ],
  [
    '// TODO: read the size from the settings of the folder\n',
    '// FIXME(alice): fails when the folder is empty or missing\n',
    '// Every TODO is counted.\n',
    '// TODO: remove what was read in v2.0 from the list\n',
    '// TODO: remove the list when nobody reads it\n',
    '// HACK: the driver wants two empty lines here\n',
    '// XXX is replaced by the name\n',
    ['python', '# todos are listed first\n'],
  ],
);

checkFilter(
  'inherit-doc',
  [
    '/** {@inheritDoc} */',
    '/**\n * @inheritdoc\n */',
    ['csharp', '/// <inheritdoc/>\n'],
    ['java', '/**\n * {@inheritDoc}\n * @see Bar\n */'],
  ],
  [
    '/** {@inheritDoc} Also closes the file behind it. */',
    '/** Returns what the parent inherits from the document. */',
  ],
);

checkFilter(
  'see-only',
  [
    '/** @see Foo#bar */',
    '/** See {@link Foo}. */',
    '// See #123\n',
    '// See https://example.org/a/b\n',
    '/** See the documentation of Foo. */',
    '/** See the base class. */',
    '/** See the guide to letters of v1.2, and the list of boxes, for more information and examples. */',
    '// See more colours and their names at https://example.org/colours\n',
    '/** Overrides Foo.bar. */',
    '/** Refer to Foo for details. */',
    ['python', '# see above\n'],
  ],
  [
    '// See the list. Those who left it are asked for more information.\n',
    '// See the README for how to install the tools.\n',
    '// See whether it is open. If not, ask at https://example.org/door\n',
    '/**\n * Opens the file.\n * @see close\n */',
    '// Sees whether the user is known.\n',
    '// Overrides what the user chose when the window is closed.\n',
    '// Implements the rule that no two users share a name.\n',
    '// Compare both dates before the older one is taken.\n',
    '// See to it that the door is shut.\n',
    ['python', '# See how the list grows when items are added.\n'],
  ],
);

checkFilter(
  'trivial-tag',
  [
    '/** @param x the x */',
    '/**\n * @param userName the user name\n * @returns the result\n */',
    '/**\n * @param {string} id\n * @param {number} [size=1]\n */',
    '/** @type {string} */',
    '/** @internal */',
    '/** @since 1.2.3 */',
    ['java', '/**\n * @param request The request.\n * @return the response\n */'],
    ['python', 'def f(a):\n    """\n    :param a: the a\n    :returns: value\n    """'],
    ['csharp', '/// <param name="id">The id.</param>\n'],
  ],
  [
    `/** @param x the horizontal distance from the edge ${MORE} */`,
    `/** @returns the number of open files ${MORE} */`,
    '/**\n * Adds.\n * @param x the x\n */',
    '/** The x of the point. */',
    `/**\n * @param id the id\n * @param name name by which people know the user ${MORE}\n */`,
    ['python', `def f(a):\n    """\n    :param a: seconds to wait for an answer ${MORE}\n    """`],
    ['csharp', `/// <param name="id">Whom to look for ${MORE}.</param>\n`],
  ],
);

checkFilter(
  'parallel-tag',
  [
    '/** @param x the horizontal distance from the edge */',
    '/** @returns the number of open files */',
    '/** @throws IOException if the file cannot be read */',
    // Nineteen words are a phrase still.
    `/** @param x ${'word '.repeat(19)}*/`,
    // Too short to be passages, each for itself.
    '/**\n * @param id whom to find\n * @param name the family name\n */',
    ['rust', '/// # Errors\n///\n/// If the file cannot be read.\n'],
    ['python', 'def f(a):\n    """\n    :param a: seconds to wait for an answer\n    """'],
    ['python', 'def f(a):\n    """\n    Raises:\n        OSError: If it cannot be read.\n    """'],
    ['csharp', '/// <param name="id">Whom to look for, and where.</param>\n'],
  ],
  [
    `/** @param x ${'word '.repeat(20)}*/`,
    '/** @deprecated Use the other one instead. */',
    '/** @note The file must be closed. */',
    '/** @remarks The file must be closed. */',
    '// @param x the horizontal distance from the edge\n',
    '/** The horizontal distance from the edge. */',
    ['rust', '/// # Safety\n///\n/// The pointer must be valid.\n'],
  ],
);

checkFilter(
  'safety-note',
  [
    ['rust', '// SAFETY: the pointer was checked above.\n'],
    ['cpp', '/* SAFETY : no other thread has seen it yet */'],
  ],
  [
    ['rust', '// Safety first: close the valve before the lid is opened.\n'],
    ['rust', '/// SAFETY: what is said to those who call it is told once.\n'],
  ],
);
