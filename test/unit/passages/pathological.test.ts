import { expect, it } from 'vitest';
import { extractPassages } from '../../../server/src/core/passages/extract';
import { LANGUAGES } from '../../../server/src/core/passages/languageTable';

const LENGTH = 2_000_000;

/** Two million characters each; anything worse than linear would not return. */
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
];

it.each(LANGUAGES.map(({ id }) => id))(
  '%s takes linear time on hostile input',
  (id) => {
    for (const unit of UNITS) {
      for (const prefix of ['', '/* ', '# ', '<?php ']) {
        const length = prefix === '' ? LENGTH : LENGTH / 10;
        const source = prefix + unit.repeat(length / unit.length);
        const { passages } = extractPassages(source, id);
        expect(passages.every(({ end }) => end <= source.length)).toBe(true);
      }
    }
  },
  120_000,
);
