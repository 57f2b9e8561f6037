import { describe } from 'vitest';
import { checkNone, checkPassages } from './checkPassages';

describe('HTML', () => {
  checkPassages(
    'comments, scripts and style sheets',
    'html',
    '<p title="<!-- no -->">// no</p>\n«<!-- about the page -->»\n<SCRIPT>\nx = "<!-- no -->"; «// in the script»\n</SCRIPT>\n<style>a { b: url(//c/*d) } «/* in the sheet */»</style>\n<style lang="scss">«// in a line»\n</style>\n<textarea><!-- no --></textarea>\n',
    [
      ['comment', 'about the page'],
      ['comment', 'in the script'],
      ['comment', 'in the sheet'],
      ['comment', 'in a line'],
    ],
  );
  checkNone('html', [
    '<script type="application/json">{"a": "b"} // no</script>',
    '<script type="text/template"><p>// no</p></script>',
    '<p>/* no */ # no</p>',
  ]);
});

describe('style sheets', () => {
  checkNone('css', ['a { b: url(//c/d); c: "/* no */"; } // no', '@import url(http://a.b/*.css);']);
  checkNone('scss', ['a { b: url(//c/d); c: "// no"; d: \'/* no */\' }']);
  checkPassages('SCSS has both', 'scss', 'a { b: c; «// one line here»\n«/* a whole block */» }', [
    ['comment', 'one line here'],
    ['comment', 'a whole block'],
  ]);
});

describe('YAML', () => {
  checkNone('yaml', [
    "a: b#no\nc: \"x # no\"\nd: 'it''s # no'\n",
    'a: |\n  # no\n  text\n\n  # no\nb: >-\n  # no\n',
    'a:\n  - |\n    # no\n  - b: |2\n      # no\n',
    '--- |\n# no\n',
    'a: !!str "x # no"\nb: &c "y # no"\n',
    'a: "spans\n  # no\n  lines"\n',
  ]);
  checkPassages(
    'comments between the values',
    'yaml',
    "«# the first setting»\na: it's «# not quoted at all»\nb: |  «# a literal»\n  # no\n«# after the literal»\nc: [x, 'y # no'] «# a list of two»\nd: «# described below»\n",
    [
      ['comment', 'the first setting'],
      ['comment', 'not quoted at all'],
      ['comment', 'a literal'],
      ['comment', 'after the literal'],
      ['comment', 'a list of two'],
      ['comment', 'described below'],
    ],
  );
});

describe('TOML, INI, Dockerfile, Makefile', () => {
  checkNone('toml', [
    'a = "# no"\nb = \'# no \\\'\nc = """\n# no " """\nd = \'\'\'\n# no\'\'\'\'\n',
  ]);
  checkPassages('TOML', 'toml', '«# the package name»\na = 1 «# one of them»\n', [
    ['comment', 'the package name'],
    ['comment', 'one of them'],
  ]);
  checkPassages('INI', 'ini', '«; the first part»\na = b # no\n  «# the second part»\n', [
    ['comment', 'the first part'],
    ['comment', 'the second part'],
  ]);
  checkPassages('Dockerfile', 'dockerfile', '«# the base image we need»\nRUN echo # no\n', [
    ['comment', 'the base image we need'],
  ]);
  checkPassages('Makefile', 'makefile', 'a: b «# builds the thing»\n\techo "# no" a\\#b\n', [
    ['comment', 'builds the thing'],
  ]);
});

describe('plain text', () => {
  checkPassages(
    'paragraphs between blank lines',
    'plaintext',
    '  «First paragraph,\n  in two lines.»\n \t\n\n«// Second paragraph /* with marks.»\n',
    [
      ['text', 'First paragraph, in two lines.'],
      ['text', '// Second paragraph /* with marks.'],
    ],
  );
  checkNone('plaintext', [
    '+----+----+\n| a  | b  |\n+----+----+',
    'name    size    date\nfoo     12      today\nbar     13      now',
    '1.0 2.0 3.0\n4.0 5.0 6.0',
    '   \n\n',
  ]);
});
