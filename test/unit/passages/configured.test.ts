import { describe, expect, it } from 'vitest';
import { readComments } from '../../../server/src/core/passages/commentCandidates';
import {
  grammarFromLanguageConfiguration,
  type LanguageConfiguration,
} from '../../../server/src/core/passages/dialects/configured';

const textsOf = (configuration: LanguageConfiguration, source: string): string[] => {
  const dialect = grammarFromLanguageConfiguration(configuration);
  if (!('comments' in dialect)) throw new Error('a configuration makes a language of code');
  return readComments(source, dialect).map(({ kind, text }) => `${kind}: ${text}`);
};

describe('a language of which only its configuration is known', () => {
  it.each<[LanguageConfiguration, string, string[]]>([
    [{ lineComment: '//' }, 'a "// no" b \'// no\' // yes here', ['comment: yes here']],
    [{ lineComment: { comment: ';' } }, 'a "; no" ; yes here', ['comment: yes here']],
    [{ lineComment: '#' }, 'a#no # yes here', ['comment: yes here']],
    [
      { lineComment: '--', blockComment: ['--[[', ']]'] },
      '--[[ one ]] a -- two',
      ['comment: one', 'comment: two'],
    ],
    [
      { lineComment: '//', blockComment: ['/*', '*/'] },
      '/** Documented. */ /* plain */ /// Both.',
      ['doc: Documented.', 'comment: plain', 'doc: Both.'],
    ],
    [
      { blockComment: ['<!--', '-->'] },
      '<a b="<!-- no -->"><!-- yes here -->',
      ['comment: yes here'],
    ],
    [
      { blockComment: ['"""', '"""'] },
      'a """yes "quoted" here""" "no"',
      ['comment: yes "quoted" here'],
    ],
    [{ lineComment: "'" }, 'x = "it\'s" \' yes here', ['comment: yes here']],
    [{ lineComment: '"' }, 'let a = "no"\n" yes here', ['comment: yes here']],
    [{ lineComment: 'REM' }, 'REM yes here\nREMARK no', ['comment: yes here']],
    [{ lineComment: '⍝' }, "a ← '⍝ no' ⍝ yes here", ['comment: yes here']],
    [
      { lineComment: '//', blockComment: ['/*', '*/'] },
      'a "/* no\n/* unclosed',
      ['comment: unclosed'],
    ],
    [{}, '// no # no "', []],
    [{ lineComment: ' ', blockComment: ['', '*/'] }, 'a b */ c', []],
  ])('%j in %j', (configuration, source, expected) => {
    expect(textsOf(configuration, source)).toEqual(expected);
  });

  it('reads two million hostile characters', () => {
    const configuration: LanguageConfiguration = { lineComment: '--', blockComment: ['(*', '*)'] };
    for (const unit of ['(* ', '"(*', "'", '--', '*)']) {
      expect(textsOf(configuration, unit.repeat(2_000_000 / unit.length)).length).toBeLessThan(2);
    }
  }, 20_000);
});
