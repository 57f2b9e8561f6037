import { nounForms } from '../../lexicon/inflections';
import { oneOf, shuffled } from '../choose';
import { type Edit, edited, splitText } from '../chunks';
import type { Rewording } from './rewording';

/** Words and what they are cut to; both stand as nouns or adjectives. */
const ABBREVIATIONS = `configuration config; parameter param; information info; maximum max; minimum min; directory dir;
  argument arg; temporary temp; identifier id; initialise init; initialize init; specification spec;
  repository repo; environment env; authentication auth; database db; documentation docs; application app; message msg;
  reference ref; implementation impl; statistics stats; character char; integer int; boolean bool; attribute attr;
  expression expr; administrator admin; kilobytes KB; megabytes MB; synchronous sync;
  asynchronous async; library lib; utility util; dependency dep; function func; operating-system os; package pkg;
  versus vs; approximately approx; development dev; production prod; variable var; previous prev;
  command cmd; source src; destination dest; memory mem; image img; miscellaneous misc; address addr; dictionary dict`;

/** British and American spellings. */
const SPELLINGS = `colour color; behaviour behavior; centre center; initialise initialize; initialised initialized;
  initialises initializes; serialise serialize; serialised serialized; serialises serializes; normalise normalize;
  normalised normalized; optimise optimize; optimised optimized; recognise recognize; recognised recognized;
  organise organize; synchronise synchronize; synchronised synchronized; customise customize; customised customized;
  neighbour neighbor; favour favor; honour honor; licence license; catalogue catalog; dialogue dialog; grey gray;
  cancelled canceled; cancelling canceling; labelled labeled; modelling modeling; travelled traveled; artefact artifact;
  analyse analyze; analysed analyzed; utilise utilize; metre meter; defence defense; parallelise parallelize;
  visualise visualize; authorise authorize; authorised authorized; tokenise tokenize; summarise summarize;
  initialisation initialization; serialisation serialization; normalisation normalization; optimisation optimization`;

const OTHERS = new Map<string, string[]>();
for (const entry of `${ABBREVIATIONS};${SPELLINGS}`.split(';')) {
  const [one = '', other = ''] = entry.trim().split(' ');
  const isNoun = /(tion|er|ory|ent|ase|ace|ure|our|ion|gue|age|acter|ess)$/.test(one);
  const forms = isNoun ? [nounForms(one), nounForms(other)] : [[one], [other]];
  forms[0]?.forEach((form, i) => {
    link(form, forms[1]?.[i] as string);
    link(forms[1]?.[i] as string, form);
  });
}
function link(word: string, other: string): void {
  OTHERS.set(word, [...(OTHERS.get(word) ?? []), other]);
}

/** One or two words abbreviated, spelt out, or spelt as on the other side of the Atlantic. */
export const spellings: Rewording = (text, _lexicon, random) => {
  const chunks = splitText(text);
  const edits: Edit[] = [];
  for (const at of shuffled([...chunks.keys()], random)) {
    const others = chunks[at]?.isPlain ? OTHERS.get(chunks[at]?.lower ?? '') : undefined;
    if (others && edits.length < 2) edits.push({ at, length: 1, by: oneOf(others, random) });
  }
  return edits.length > 0 ? edited(chunks, edits) : undefined;
};
