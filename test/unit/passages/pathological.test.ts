// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the units make sources to be read
import { expect, it } from 'vitest';
import { extractPassages } from '../../../server/src/core/passages/extract';
import { LANGUAGES } from '../../../server/src/core/passages/languageTable';

/** Repeated over and over: openers that nothing closes, closers that open again, empty lines. */
const UNITS = [
  '/*',
  '/* a */ ',
  '// a\n',
  '`${',
  'x=/[',
  'x=/a ',
  '<a><b ',
  '<a1 x={',
  '"',
  "'",
  '\n',
  ' ',
  '(',
  '<<A\n',
  '$(',
  '$a$',
  '#!',
  '-- ',
  '> ',
  '- ',
  '[',
  '[a](',
  '![a](b)',
  '`',
  '*a ',
  '<!--',
  '<p ',
  '<script>/*</script>',
  '<?php # ?>',
  '{@a ',
  '|',
  '/** @param a {',
  '---',
  '=',
  '[[',
  '--[=[',
  '[=',
  '(*',
  '(* " ',
  '(*"\\"',
  '{-',
  '#=',
  '#[',
  '"\n',
  '"""\n',
  '"$(',
  '"a" b\n',
  '@doc "',
  '~s(',
  'q(',
  's{a}',
  'm|',
  '=pod\n',
  '=head1\n\nB<',
  'r"-(',
  '{a|',
  '<<A\nB<<C ',
  '?"',
  "'a",
  '%',
  '\\begin{verbatim}\n',
  '\\verb|',
  '$$\n',
  '.. \n',
  'a::\n\n b\n',
  ':a:`b ',
  '----\n',
  '////\n',
  '<<a,',
  '[{',
  '{"cell_type":"code","source":["',
  '{"cell_type":"markdown","source":"\\u00e9"},',
];

/** A little of everything, two million characters of it. */
const MIXTURE = 'a /* b */ [ (c "d" \'e\' `${f}` # g <h> -- i </h> // j {@k l} **m** <<N $(o) ]\n';

const ids = LANGUAGES.map(({ id }) => id);

it.each(ids)(
  '%s comes to an end with every unit',
  (id) => {
    for (const unit of UNITS) {
      for (const prefix of ['', '/* ', '# ', '<?php ']) {
        const source = prefix + unit.repeat(20_000 / unit.length);
        const { passages } = extractPassages(source, id);
        expect(passages.every(({ end }) => end <= source.length)).toBe(true);
      }
    }
  },
  60_000,
);

it.each(ids)(
  '%s reads two million characters',
  (id) => {
    for (const unit of [MIXTURE, '\n', ' ', '\n ']) {
      const source = unit.repeat(2_000_000 / unit.length);
      const { passages } = extractPassages(source, id);
      expect(passages.every(({ end }) => end <= source.length)).toBe(true);
    }
  },
  60_000,
);
