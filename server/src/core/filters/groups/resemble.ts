/** Whether two words are one in different forms: `months` and `month`, `min` and `minimum`. */
export function resemble(word: string, name: string): boolean {
  if (word === name) return true;
  const length = Math.min(word.length, name.length);
  return length >= 3 && word.slice(0, length) === name.slice(0, length);
}
