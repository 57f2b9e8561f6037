/** `a` or `an`, as the next word is spoken; any other word stays as it is. */
export function fitArticle(article: string, next: string): string {
  if (!/^an?$/i.test(article)) return article;
  const word = next.toLowerCase();
  const startsWithVowel =
    /^(hour|honest|heir|html|xml|http)/.test(word) ||
    (/^[aeiou]/.test(word) && !/^(uni(?!n|m)|us[aeu]|util|eu|once?$|ur[il])/.test(word));
  return (article[0] as string) + (startsWithVowel ? 'n' : '');
}
