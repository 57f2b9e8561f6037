import { below, randomFor } from '../../models/training/random';
import { writeComment } from './commentStyles';
import { isProbeRead, type Place, type Planting, PROBE } from './garden';
import { newlineOf, type Source, splitLines } from './sources';

/** Plants at the ends of files: above no code. */
export const plantAtEnds: Planting = {
  // There is no room where the code has ended before the file does (`?>`, `__END__`), nor in generated and vendored files.
  canHold(source) {
    const probed = appendComment(source, PROBE);
    return probed !== undefined && isProbeRead(probed.source);
  },
  plantPairs(sources, plants, seed) {
    const changed = [...sources];
    const holders = [...changed.keys()].filter((at) => plantAtEnds.canHold(changed[at] as Source));
    if (holders.length < 2) throw new Error('fewer than two files can hold a comment');
    const random = randomFor(seed, 1);
    const plantAt = (holder: number, text: string): Place => {
      const at = holders[holder] as number;
      const grown = appendComment(changed[at] as Source, text);
      if (!grown) throw new Error('a file that held the probe cannot hold a plant');
      changed[at] = grown.source;
      return { path: grown.source.path, startLine: grown.startLine };
    };
    const planted = plants.map((plant) => {
      const first = below(random, holders.length);
      const second = (first + 1 + below(random, holders.length - 1)) % holders.length;
      return { plant, original: plantAt(first, plant.original), copy: plantAt(second, plant.copy) };
    });
    return { sources: changed, planted };
  },
};

/** Appends a comment behind an empty line; undefined for a language whose comments we do not write. */
export function appendComment(
  source: Source,
  text: string,
): { readonly source: Source; readonly startLine: number } | undefined {
  const comment = writeComment(text, source.languageId);
  if (!comment) return undefined;
  const newline = newlineOf(source.text);
  const isOpen = source.text !== '' && !/[\r\n]$/.test(source.text);
  const before = source.text + (isOpen ? newline : '') + newline;
  const startLine = splitLines(before).length;
  return { source: { ...source, text: before + comment.join(newline) + newline }, startLine };
}
