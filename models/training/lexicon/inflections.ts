/** Past tense and participle of the irregular verbs of programming prose; one form when they are equal. */
const IRREGULAR = new Map(
  `be was/been; begin began/begun; break broke/broken; bring brought; build built; catch caught; choose chose/chosen;
  come came/come; cut cut; deal dealt; do did/done; draw drew/drawn; fall fell/fallen; feed fed; find found;
  forget forgot/forgotten; forbid forbade/forbidden; freeze froze/frozen; get got; give gave/given; go went/gone;
  grow grew/grown; have had; hear heard; hide hid/hidden; hit hit; hold held; keep kept; know knew/known;
  lead led; leave left; let let; lose lost; make made; mean meant; meet met; overwrite overwrote/overwritten;
  pay paid; put put; quit quit; read read; rebuild rebuilt; reset reset; rewrite rewrote/rewritten; rise rose/risen;
  run ran/run; say said; see saw/seen; seek sought; send sent; set set; shrink shrank/shrunk; shut shut; split split;
  spend spent; stand stood; take took/taken; tell told; think thought; throw threw/thrown; undo undid/undone;
  unset unset; wake woke/woken; write wrote/written`
    .split(';')
    .map((entry) => entry.trim().split(' ') as [string, string]),
);

/** Verbs of more than one syllable whose last consonant is doubled; those of one syllable are told by their shape. */
const DOUBLING = new Set(
  `admit begin cancel commit debug defer emit forbid forget format infer label model occur omit overlap permit
  prefer refer reset signal submit transfer transmit travel unset unwrap unzip`.split(/\s+/),
);

const IRREGULAR_PLURALS = new Map([
  ['child', 'children'],
  ['person', 'people'],
  ['man', 'men'],
  ['vertex', 'vertices'],
  ['matrix', 'matrices'],
  ['half', 'halves'],
  ['leaf', 'leaves'],
  ['criterion', 'criteria'],
]);

/** `-s`: the plural of a regular noun and the third person of a verb. The first word of a phrase is inflected. */
export function withS(word: string): string {
  return ofFirst(word, (first) => {
    if (first === 'have') return 'has';
    if (/(s|x|z|ch|sh)$|^(do|go|undo|redo|echo|veto)$/.test(first)) return `${first}es`;
    return /[^aeiou]y$/.test(first) ? `${first.slice(0, -1)}ies` : `${first}s`;
  });
}

export function pluralOf(noun: string): string {
  const at = noun.lastIndexOf(' ') + 1;
  const head = noun.slice(at);
  return noun.slice(0, at) + (IRREGULAR_PLURALS.get(head) ?? withS(head));
}

/** Base, third person, past, participle and -ing form, in this order. */
export function verbForms(verb: string): readonly string[] {
  const [past, participle = past] = IRREGULAR.get(verb.split(' ')[0] as string)?.split('/') ?? [];
  return [
    verb,
    withS(verb),
    ofFirst(verb, (first) => past ?? regularPast(first)),
    ofFirst(verb, (first) => participle ?? regularPast(first)),
    ofFirst(verb, gerund),
  ];
}

/** Singular and plural. */
export function nounForms(noun: string): readonly string[] {
  return [noun, pluralOf(noun)];
}

/** The ending by which a word's inflection is told: words of different endings do not replace each other. */
export function endingOf(word: string): 's' | 'ed' | 'ing' | '' {
  if (/[^s]s$/.test(word) && !/(us|is|ous)$/.test(word)) return 's';
  if (/..ed$/.test(word) && !/eed$/.test(word)) return 'ed';
  return /[aeiouy].*ing$/.test(word) ? 'ing' : '';
}

/** The forms that `word` may be an inflection of, itself first; most of them are not words. */
export function possibleLemmas(word: string): readonly string[] {
  const lemmas = [word];
  const strip = (ending: string, ...by: string[]) => {
    const stem = word.slice(0, -ending.length);
    if (word.endsWith(ending) && stem.length > 1) for (const tail of by) lemmas.push(stem + tail);
  };
  strip('s', '');
  strip('es', '');
  strip('ies', 'y');
  strip('ed', '', 'e');
  strip('ied', 'y');
  strip('ing', '', 'e');
  const doubled = /^(.+([b-df-hj-np-tvz]))\2(ed|ing)$/.exec(word);
  if (doubled) lemmas.push(doubled[1] as string);
  return lemmas;
}

function gerund(verb: string): string {
  if (/[^aeiouy]e$/.test(verb) || /(ue|ve|ze|se)$/.test(verb)) return `${verb.slice(0, -1)}ing`;
  return `${doubled(verb)}ing`;
}

function regularPast(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${doubled(verb)}ed`;
}

function doubled(verb: string): string {
  const oneSyllable = /^[^aeiou]*[aeiou][b-df-hj-np-tvz]$/.test(verb) || /^qui[pt]$/.test(verb);
  return oneSyllable || DOUBLING.has(verb) ? verb + verb.at(-1) : verb;
}

function ofFirst(phrase: string, inflect: (word: string) => string): string {
  const [first = '', ...rest] = phrase.split(' ');
  return [inflect(first), ...rest].join(' ');
}
