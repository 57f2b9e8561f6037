/** What the templates are filled with; few enough that some comments say nearly the same. */
const things = ['parcel', 'pallet', 'route', 'invoice', 'scanner', 'depot', 'courier', 'tariff'];
const acts = ['checks', 'stores', 'releases', 'counts', 'reorders', 'reports', 'merges', 'delays'];
const whens = [
  'before the gate opens',
  'once the books are closed',
  'while the ferry is late',
  'unless the cold chain broke',
  'when customs asks for proof',
  'after the second scan fails',
];
const whys = [
  'because drivers forget it',
  'since the old printers cannot',
  'or the auditors complain',
  'so that nobody waits in the rain',
  'as winter timetables differ',
];

/** Files of TypeScript with comments, by path: made up by rule, so that they are the same in each run. */
export function manyFiles(count: number): Readonly<Record<string, string>> {
  const names = Array.from({ length: count }, (_, index) => index);
  return Object.fromEntries(names.map((index) => [pathOf(index), contentOf(index)]));
}

function pathOf(index: number): string {
  return `many/part${index % 40}/module${index}.ts`;
}

function contentOf(index: number): string {
  const blocks = [0, 1, 2, 3, 4].map((part) => {
    const comment = sentence(7 * index + 3 * part + Math.floor(index / 11));
    return `/** ${comment} Case ${index * 5 + part} of the handbook. */\nexport const value${part} = ${part};\n`;
  });
  return blocks.join('\n');
}

function sentence(seed: number): string {
  const thing = pick(things, seed);
  const act = pick(acts, Math.floor(seed / 3));
  const other = pick(things, Math.floor(seed / 5) + 3);
  const when = pick(whens, Math.floor(seed / 7));
  const why = pick(whys, Math.floor(seed / 2));
  return `The ${thing} desk ${act} each ${other} ${when}, ${why}.`;
}

function pick(from: readonly string[], index: number): string {
  return from[index % from.length] as string;
}
