// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are sources to be read
import { describe, expect, it } from 'vitest';
import { languageById } from '../../../server/src/core/passages/languages';

/** What tree-sitter saw better than we did, in words of our own: language, source, its raw comments. */
const FINDINGS: readonly (readonly [name: string, id: string, source: string, found: string[]])[] =
  [
    [
      'a line that begins with a literal goes on with nothing',
      'ruby',
      'a = %(#{x("-")} b="#{y}")\n%(<p #{a}>#{b.c}</p>) # strings\n',
      ['# strings'],
    ],
    [
      'a negation is an operator',
      'ruby',
      '!/["#\']/.match?(mark) # neither\nempty? / 2 # half\n',
      ['# neither', '# half'],
    ],
    [
      'regular expressions over lines',
      'ruby',
      'MARK = /\n  \\A\\#+ # no\n  (?:#{name("/")})\n/x.freeze # behind\n',
      ['# behind'],
    ],
    [
      'slashes that are names',
      'ruby',
      '[:*, :/].each { |sign| a./(b) } # symbols\nx = "/"\n',
      ['# symbols'],
    ],
    [
      'documentation with a string in its hole',
      'elixir',
      '@doc """\nOpens.\n#{if slow, do: """\nwaits\n"""}\n"""\ndef open, do: :ok # never fails\n',
      ['"""\nOpens.\n#{if slow, do: """\nwaits\n"""}\n"""', '# never fails'],
    ],
    [
      'comments behind directives',
      'csharp',
      "#if DEBUG // one\n#pragma warning disable 612 // two\n#region it's // no\n#endregion // no\n#error don't // no\n#endif\n",
      ['// one', '// two'],
    ],
    [
      'holes over lines in long strings',
      'python',
      'x = f"""a {\n  f("b" +\n    "c")\n} d"""\n# behind\n',
      ['# behind'],
    ],
    [
      'a hole that is being typed in a short string ends with its line',
      'python',
      'x = f"a {b\n# below\n',
      ['# below'],
    ],
    [
      'a hole that is being typed in a long string ends with the definition',
      'python',
      'y = f"""a {b\n\ndef f():\n    pass  # another\n',
      ['# another'],
    ],
    ['here-documents with odd words', 'shellscript', 'cat <<!\n# no\n!\n# yes\n', ['# yes']],
    ['and with dashes', 'shellscript', 'cat <<-%%%\n# no\n\t%%%\n# yes\n', ['# yes']],
  ];

describe('what the oracle found', () => {
  it.each(FINDINGS)('%s (%s)', (_name, id, source, found) => {
    const dialect = languageById(id)?.dialect;
    const comments = dialect !== undefined && 'comments' in dialect ? dialect.comments(source) : [];
    expect(comments.map(({ start, end }) => source.slice(start, end))).toEqual(found);
  });
});
