// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the pieces make sources to be read
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractPassages } from '../../../server/src/core/passages/extract';
import { LANGUAGES } from '../../../server/src/core/passages/languageTable';

const IDS = LANGUAGES.map(({ id }) => id);
const PROSE = new Set('markdown plaintext latex restructuredtext asciidoc perl jupyter'.split(' '));
const DELIMITER = /^(?:\/\/|\/\*|#|--|;|<!--|=begin|%|\(\*|\{-|(?:[rRuU]|raw|md|doc|~[sS])?["'])/;

/** Pieces that open, close and confuse, in any order. */
const PIECES =
  '// /* */ /** # #! -- <!-- --> """ \'\'\' " \' ` ${ } { ( ) $( $(( R"( r#" @" $" <<EOF <<~X <<<Y EOF X =begin =end __END__ <?php ?> <script> </script> <p> </p> <> </> | > - 1. ``` --- $$ \\ /[/ def class : @param text-twin-ignore-next text-twin-ignore-start word Two %q( [ ] ; = (* *) {- -} -- --[[ ]] --[==[ #= =# #[ ##[ ]# @doc ~S""" ~r( r"-( {| |} q{ tr/ =pod =cut \\begin{verbatim} \\end{verbatim} \\item % .. :: ---- //// |=== "cells":[{"cell_type":"code","source":" \\n \\u00e9 case esac 😀 \ud800 \udc00'.split(
    ' ',
  );
const BLANKS = [' ', '\n', '\n  ', '\t', '\r\n', '\r', ''];
const source = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(...BLANKS)), { maxLength: 60 })
  .map((pairs) => pairs.flat().join(''));
const anyText = fc.oneof(source, fc.string({ unit: 'binary', maxLength: 200 }));

describe.each(IDS)('%s', (id) => {
  it('yields ordered ranges inside the source; all but parts of doc blocks begin with a delimiter', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { passages, silenced } = extractPassages(text, id);
        const all = [...passages, ...silenced].sort((a, b) => a.start - b.start);
        let end = 0;
        for (const passage of all) {
          expect(passage.start).toBeGreaterThanOrEqual(end);
          expect(passage.end).toBeGreaterThan(passage.start);
          end = passage.end;
          if (passage.role !== undefined) {
            expect(passage.commentEnd).toBeGreaterThanOrEqual(end);
          } else if (!PROSE.has(id)) {
            expect(text.slice(passage.start, end)).toMatch(DELIMITER);
          }
        }
        expect(end).toBeLessThanOrEqual(text.length);
        for (const list of [passages, silenced]) {
          expect([...list].sort((a, b) => a.start - b.start)).toEqual(list);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('reads the same from CRLF as from LF', () => {
    fc.assert(
      fc.property(source, (text) => {
        const lf = text.replace(/\r\n?/g, '\n');
        const texts = (version: string) =>
          extractPassages(version, id).passages.map((passage) => [passage.kind, passage.text]);
        expect(texts(lf.replaceAll('\n', '\r\n'))).toEqual(texts(lf));
      }),
      { numRuns: 150 },
    );
  });
});
