/**
 * The same function, which keeps its answers: for what is asked again and again of the same few texts. Pure functions
 * alone; beyond `most` answers all are forgotten and worked out anew.
 */
export function remembered<T extends object>(
  most: number,
  answer: (text: string) => T,
): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known) return known;
    if (answers.size >= most) answers.clear();
    const told = answer(text);
    answers.set(text, told);
    return told;
  };
}
