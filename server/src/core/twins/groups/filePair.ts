/** Two files by URI, the lesser first: the same whatever their order. */
export type FilePair = `${string}\n${string}`;

export function pairOf(one: string, other: string): FilePair {
  return one < other ? `${one}\n${other}` : `${other}\n${one}`;
}

export function filesOf(pair: FilePair): readonly [one: string, other: string] {
  return pair.split('\n') as [string, string];
}
