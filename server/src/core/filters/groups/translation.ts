import type { GroupFilter } from './groupFilter';

/** ISO 639 codes that software is translated to; an explicit list, as other two letters mean other things. */
const LANGUAGES = new Set(
  'af am ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja jp ka kk km kn ko kr ku lt lv mk ml mn mr ms my nb ne nl nn no pa pl pt ro ru si sk sl sq sr sv sw ta te th tl tr uk ur uz vi zh cn tw hk'.split(
    ' ',
  ),
);
const LOCALE = /^([a-z]{2,3})(?:[-_](?:r?[a-z]{2}|hans|hant|latn|cyrl|\d{3}))?$/;
const NAMES = new Set(
  'english german deutsch french francais spanish espanol italian portuguese russian japanese korean chinese turkish polish dutch czech vietnamese indonesian ukrainian arabic persian hebrew hindi'.split(
    ' ',
  ),
);

/** The same page or resource in several languages. */
export const translation: GroupFilter = {
  name: 'translation',
  reason: 'Translations serve different readers.',
  keysOf({ site: { path } }) {
    return [withoutLocale(path.toLowerCase())];
  },
  // Equal but for their languages, and not the same file.
  relates: (one, other) => one.site.path !== other.site.path,
};

/** Whether a file stands in a folder of a language that is not English: `docs/ja/a.md`. */
export function isTranslated(path: string): boolean {
  const folders = path.toLowerCase().split('/').slice(0, -1);
  return folders.some((folder) => isLocale(folder) && !/^en(?:glish)?(?:[-_]|$)/.test(folder));
}

/** A path without the folders and pieces of names that stand for a language: `docs/ja/a.md` → `docs/a.md`. */
function withoutLocale(path: string): string {
  const segments = path.split('/');
  const file = segments.pop() ?? '';
  const folders = segments
    .filter((segment) => !isLocale(segment))
    // Android: `values-de`.
    .map((segment) => segment.replace(/^(values)-(?:.*)$/, '$1'));
  const [stem = '', ...endings] = file.split('.');
  const kept = endings.filter((ending, at) => at === endings.length - 1 || !isLocale(ending));
  const suffix = /^(.+?)[-_]([a-z]{2,3}(?:[-_][a-z]{2,4})?)$/.exec(stem);
  const bare = suffix && isLocale(suffix[2] as string) ? (suffix[1] as string) : stem;
  const isNamed =
    isLocale(bare) &&
    folders.some((folder) =>
      /^(?:i18n|l10n|locales?|lang|langs|languages|translations|_locales)$/.test(folder),
    );
  return [...folders, [isNamed ? '*' : bare, ...kept].join('.')].join('/');
}

function isLocale(name: string): boolean {
  const [, language = ''] = LOCALE.exec(name) ?? [];
  return LANGUAGES.has(language) || NAMES.has(name);
}
