/** Whether two words are one in different forms: `months` and `month`, `min` and `minimum`. */
export function resemble(word: string, name: string): boolean {
  if (word === name) return true;
  const [short, long] = word.length < name.length ? [word, name] : [name, word];
  return short.length >= 3 && long.startsWith(short);
}
