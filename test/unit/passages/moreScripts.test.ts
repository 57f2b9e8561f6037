// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are sources to be read
import { describe } from 'vitest';
import { checkNone, checkPassages } from './checkPassages';

describe('Lua', () => {
  checkNone('lua', [
    'x = "-- no" .. \'--[[ no ]]\' .. [[ -- no ]] .. [==[ -- no ]] -- no ]==]',
    'x = "\\"-- no"; y = t[i[1]]',
  ]);
  checkPassages(
    'lines, long comments, LDoc',
    'lua',
    '«--- Opens the file.\n-- It must exist.»\n-- @param name its path\nfunction open(name)\n  «--[[ a long remark\n  over lines --]]» x = 1 «--[==[ with ]] inside ]==]»\n  y = t[t[1]] «-- two indices deep»\nend\n«--[[-- Closes the file.» ]]\n\n«---Reads the file.»\n---@param name string\n',
    [
      ['doc', 'Opens the file. It must exist.'],
      ['comment', 'a long remark over lines'],
      ['comment', 'with ]] inside'],
      ['comment', 'two indices deep'],
      ['doc', 'Closes the file.'],
      ['doc', 'Reads the file.'],
    ],
  );
});

describe('R', () => {
  checkNone('r', [
    'x <- "# no"; y <- \'# "no\'; `# no` <- 1',
    'x <- r"(# no ")"; y <- R"--[# no ]-" ]--"; z <- r\'{# no \'}\'',
    'x <- "spans\n# no\nlines"',
  ]);
  checkPassages(
    'roxygen above functions',
    'r',
    '«#\' Adds two numbers.»\n#\' @param a the first\nadd <- function(a) {\n  a %% 2 «# the remainder of it»\n}\nbar("x") «# behind the call»\n',
    [
      ['doc', 'Adds two numbers.'],
      ['comment', 'the remainder of it'],
      ['comment', 'behind the call'],
    ],
  );
});

describe('Julia', () => {
  checkNone('julia', [
    'x = "# no $(f("# no")) # no"; y = raw"# no \\" # no"; z = r"# no"',
    "x = '#'; y = '\"'; z = `# no`",
    'x = """\n# no "\n"""',
    'f(\n"no docs",\n"none"\n)',
    'function f()\n"""\nthe value\n"""\nend',
    'x =\n"""\nno docs\n"""\ny = 1',
    '"""\nno docs\n"""\n\ny = 1',
  ]);
  checkPassages(
    'docstrings above, nested blocks, transposes',
    'julia',
    '«"""\nAdds `a` to $(SIGNATURES).»\n"""\nfunction add(a) end\n\n«"Adds one more.»"\ninc(x) = x + 1\n«#= outer #= inner =# still here =#»\ny = A\' * b\' «# both are transposed»\n@doc «raw"""\nMultiplies the two.»\n""" mul\n',
    [
      ['doc', 'Adds a to $(SIGNATURES).'],
      ['doc', 'Adds one more.'],
      ['comment', 'outer #= inner =# still here'],
      ['comment', 'both are transposed'],
      ['doc', 'Multiplies the two.'],
    ],
  );
  checkPassages(
    'a string in a condition documents nothing',
    'julia',
    'x = a ?\n  "one" :\n  "other"\nf(y) = y «# the last one»\n',
    [['comment', 'the last one']],
  );
});

describe('Nim', () => {
  checkNone('nim', [
    'let a = "# no"; let b = r"\\"; let c = """# no " # no""""; let d = re"a""# no"',
    "let c = '#'; let q = '\"'; let n = 1'i8; let e = '\\''",
  ]);
  checkPassages(
    'both kinds of blocks nest',
    'nim',
    '«## Opens the file.»\nproc open() = discard «# does nothing yet»\n«#[ outer #[ inner ]# still here ]#»\n«##[ Closes the file.» ]##\n',
    [
      ['doc', 'Opens the file.'],
      ['comment', 'does nothing yet'],
      ['comment', 'outer #[ inner ]# still here'],
      ['doc', 'Closes the file.'],
    ],
  );
});

describe('Perl', () => {
  checkNone('perl', [
    'my $a = "# no"; my $b = \'# no\'; my $c = q(# no (nested) # no); my $d = qq{# {no} #};',
    'my @w = qw/# no/; s#a#b#; s{a # no}{b # no}g; tr/#/x/; y|#|x|; $x =~ m!# no!;',
    'if ($x =~ /# no/) { split /#/, $y }',
    'my $n = $#list; my $m = $#{$list}; my $e = $\'; my $f = $h{q}{"# no"};',
    'print <<"EOT", <<\'B\';\n# no\nEOT\n# no\nB\n',
    'print <<~EOT;\n  # no\n  EOT\n',
    'x();\n__END__\n# no\n',
  ]);
  checkPassages(
    'what looks like quotes and is none',
    'perl',
    "my %h = (y => 1, s => 2); «# a hash of two»\nmy $q = $h{s} / $h{y}; «# a quotient here»\n$x->y('#'); sub m { 1 } «# a short name»\nmy $r = $s // 5; «# or the default»\nprint -s $file; «# the size of it»\nisn't($a, $b); «# not an apostrophe»\n",
    [
      ['comment', 'a hash of two'],
      ['comment', 'a quotient here'],
      ['comment', 'a short name'],
      ['comment', 'or the default'],
      ['comment', 'the size of it'],
      ['comment', 'not an apostrophe'],
    ],
  );
  checkPassages(
    'paragraphs of documentation',
    'perl',
    [
      '«# opens the file»',
      'sub open { 1 }',
      '',
      '=head1 NAME',
      '',
      '«Some::File - reads B<all> of',
      'C<a file> and L<more|perlpod>.»',
      '',
      '  my $code = 1; # no',
      '',
      '=over',
      '',
      '=item * «The first item.»',
      '',
      '=item «open»',
      '',
      '«Opens it, E<lt>sometimesE<gt>.»',
      '',
      '=begin html',
      '',
      'not prose',
      '',
      '=end html',
      '',
      '=cut',
      '',
      '«# closes the file»',
      '__END__',
      '# no',
      '',
      '=head2 Methods',
      '',
      '«Behind the program.»',
    ].join('\n'),
    [
      ['comment', 'opens the file'],
      ['doc', 'Some::File - reads all of a file and more.'],
      ['doc', 'The first item.'],
      ['doc', 'open'],
      ['doc', 'Opens it, <sometimes>.'],
      ['comment', 'closes the file'],
      ['doc', 'Behind the program.'],
    ],
  );
});
