// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are sources to be read
import { describe } from 'vitest';
import { checkNone, checkPassages } from './checkPassages';

describe('shell', () => {
  checkNone('shellscript', [
    'echo $# a#b ${x#y} ${x##*/} ${x/ #/}',
    'echo "# no $(echo "# no") ${a:-"# no"}" \'# no\'',
    "echo $'it\\'s # no' \\# no",
    'cat <<EOF\n# no\nEOF',
    "cat <<-'END' <<X\n# no\n\tEND\n# no\nX",
    'echo $((16#ff)) $(( x # 2 ))',
  ]);
  checkPassages(
    'comments begin where words begin',
    'shellscript',
    'echo a «# says a thing»\nif x;then «# it holds true»\n  y <<< "# no" «# a here-string»\nfi\n',
    [
      ['comment', 'says a thing'],
      ['comment', 'it holds true'],
      ['comment', 'a here-string'],
    ],
  );
  checkPassages(
    'case patterns in a substitution close nothing',
    'shellscript',
    'x="$(case $1 in\n a) echo "# no" ;; «# first choice»\n (b) echo c ;;\nesac) # no" «# behind the string»\n',
    [
      ['comment', 'first choice'],
      ['comment', 'behind the string'],
    ],
  );
  checkPassages(
    'after here-documents, and shifts that are none',
    'shellscript',
    'cat <<EOF «# reads the text»\n$(no\nEOF\n«# after the text»\nx=$((1 <<y)) «# a shift here»\n',
    [
      ['comment', 'reads the text'],
      ['comment', 'after the text'],
      ['comment', 'a shift here'],
    ],
  );
});

describe('PowerShell', () => {
  checkNone('powershell', [
    '$a = "# no `" # no" + \'# no \'\' # no\' + "$x`# no"',
    '$a = @"\n# no " # no\n"@\n$b = @\'\r\n# no\r\n\'@',
    'Get-Item a#b',
  ]);
  checkPassages(
    'lines and blocks',
    'powershell',
    '«<# Prints the labels\n   of one pallet. #>»\n$x = 1 «# behind the code»\n«# two lines\n# of prose»\n',
    [
      ['comment', 'Prints the labels of one pallet.'],
      ['comment', 'behind the code'],
      ['comment', 'two lines of prose'],
    ],
  );
});

describe('Ruby', () => {
  checkNone('ruby', [
    'x = "# no #{a["# no"]} # no"; y = \'# no\'',
    'x = %q(# no (nested) # no) + %w[# no] + %Q{# #{a} no}',
    'puts <<~A, <<-B\n  # no\nA\n# no\n  B',
    'x = /# no/ =~ y; z = ?#; w = %r{# no}',
    'x\n__END__\n# no',
    ":a => :'# no'",
  ]);
  checkPassages(
    'comments, blocks and documentation',
    'ruby',
    '«# Greets people.»\n# @param name [String] who\ndef greet(name)\n  a = b / c «# a quotient»\n  x << y «# appends to x»\nend\n«=begin\nA long remark.»\n=end\n«# nothing below this»\n\nclass << self\n',
    [
      ['doc', 'Greets people.'],
      ['comment', 'a quotient'],
      ['comment', 'appends to x'],
      ['comment', 'A long remark.'],
      ['comment', 'nothing below this'],
    ],
  );
  checkPassages(
    'a comment in a hole',
    'ruby',
    'x = "#{a «# the inner value»\n} # no" «# behind the string»\n',
    [
      ['comment', 'the inner value'],
      ['comment', 'behind the string'],
    ],
  );
});

describe('PHP', () => {
  checkNone('php', [
    '<p>// no # no</p>',
    '<?php $a = "// no"; $b = \'# no\'; #[Attribute]',
    "<?php $a = <<<EOT\n// no\n  EOT; $b = <<<'X'\n# no\nX;",
    '<?php ?> // no <?= $a ?> # no',
  ]);
  checkPassages(
    'code and the HTML around it',
    'php',
    '<!DOCTYPE html>\n«<!-- in the page -->»\n<?php «// in the code» ?> // no\n<?= $a «# the value» ?>\n<?php\n«/** Does it well.» */\n$x = <<<EOT\n# no\nEOT . f(); «// after the text»\n',
    [
      ['comment', 'in the page'],
      ['comment', 'in the code'],
      ['comment', 'the value'],
      ['doc', 'Does it well.'],
      ['comment', 'after the text'],
    ],
  );
});

describe('SQL', () => {
  checkNone('sql', [
    "SELECT '-- no', 'it''s -- no', 'it\\'s -- no', \"-- no\", `# no`;",
    'SELECT $$ -- no $$, $tag$ /* no */ $tag$;',
    'SELECT a # no\n',
  ]);
  checkPassages(
    'all three kinds',
    'sql',
    'SELECT a «-- the first column»\n  , b «/* the second one */»\n«# MySQL has this too»\nFROM t;\n',
    [
      ['comment', 'the first column'],
      ['comment', 'the second one'],
      ['comment', 'MySQL has this too'],
    ],
  );
  checkPassages(
    'function bodies are code',
    'sql',
    "CREATE FUNCTION f() AS $$\nBEGIN «-- inside the body»\n  x := '-- no';\nEND $$ LANGUAGE plpgsql; «-- after the body»\n",
    [
      ['comment', 'inside the body'],
      ['comment', 'after the body'],
    ],
  );
  checkPassages(
    'MySQL delimiters quote nothing',
    'sql',
    'DELIMITER $$\nCREATE PROCEDURE p()\nBEGIN «-- inside the procedure»\nEND $$\nDELIMITER ;\n«-- after the procedure»\n',
    [
      ['comment', 'inside the procedure'],
      ['comment', 'after the procedure'],
    ],
  );
});
