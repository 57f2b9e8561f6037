import { isProse } from '../../../passages/passage';
import { fileNameOf, folderOf } from '../../paths';
import type { GroupMember } from '../groupFilter';
import { areOfOneForm } from '../headings';
import { isTranslated } from '../translation';
import type { NoteRule } from './noteRule';

/** Where pages lie that say what each part of a program is. */
const REFERENCE = /(?:^|\/)(?:api|apidocs?|api-reference|reference|ref|javadoc|godoc)\//i;
/** Languages in which a comment above a declaration is its documentation. */
const COMMENTED = /\.(?:[ch]|cc|hh|[ch]pp|[ch]xx|m|mm|go)$/i;

export const translated: NoteRule = {
  name: 'translated',
  reason: 'Translated pages repeat what the pages repeat that they translate.',
  from: 'balanced',
  holds: ({ members }) =>
    members.every((member) => isProse(member) && isTranslated(member.site.path)),
};

export const oneForm: NoteRule = {
  name: 'one-form',
  reason: 'Pages of a reference are one form filled in for each thing, and are read one at a time.',
  from: 'balanced',
  holds: ({ members }) =>
    members.every((member) => members.some((other) => arePagesOfOneForm(member, other))),
};

export const referencePage: NoteRule = {
  name: 'reference-page',
  reason: 'A page of a reference says what the documentation in the source says.',
  from: 'balanced',
  holds({ members }) {
    const pages = members.filter(isProse);
    if (pages.length === 0) return false;
    const isReference = pages.some(({ site }) => REFERENCE.test(site.path));
    return members.some(
      ({ kind, site }) =>
        (kind === 'doc' && isReference) || (site.member !== undefined && COMMENTED.test(site.path)),
    );
  },
};

export const landingPage: NoteRule = {
  name: 'landing-page',
  reason: 'A project is introduced where its source is read and where its documentation begins.',
  from: 'balanced',
  holds: ({ members, areInOneFile }) =>
    !areInOneFile &&
    members.some(({ site }) => isReadme(site.path)) &&
    members.every((member) => {
      const { path } = member.site;
      return isProse(member) ? isReadme(path) || isLandingPage(path) : isIntroduction(member);
    }),
};

export const nearProse: NoteRule = {
  name: 'near-prose',
  reason:
    'A page that says nearly the same as another, or as a comment, mostly speaks of another thing.',
  from: 'balanced',
  holds: ({ members, areEqual }) => !areEqual && members.some(isProse),
};

export const samePage: NoteRule = {
  name: 'same-page',
  reason: 'Sections of one page are read one at a time.',
  from: 'balanced',
  holds: ({ members, areInOneFile }) => areInOneFile && members.every(isProse),
};

export const sisterPages: NoteRule = {
  name: 'sister-pages',
  reason: 'Pages of one folder are siblings, each read without the others.',
  from: 'balanced',
  holds({ members, areEqual, areInOneFile }) {
    if (!areEqual || areInOneFile || !members.every(isProse)) return false;
    const folder = folderOf(members[0]?.site.path ?? '');
    return folder !== '' && members.every(({ site }) => folderOf(site.path) === folder);
  },
};

/** Pages of one name are copies, not one form. */
function arePagesOfOneForm({ site: one }: GroupMember, { site: other }: GroupMember): boolean {
  if (one.headings === undefined || other.headings === undefined) return false;
  const [a, b] = [folderOf(one.path), folderOf(other.path)];
  return (
    (a.startsWith(b) || b.startsWith(a)) &&
    fileNameOf(one.path) !== fileNameOf(other.path) &&
    areOfOneForm(one.headings, other.headings)
  );
}

function isReadme(path: string): boolean {
  return /^readme(?:\.\w+)?$/.test(fileNameOf(path));
}

/** Documentation of a package as a whole, which tools show as its first page. */
function isIntroduction({ kind, site }: GroupMember): boolean {
  return (
    kind === 'doc' && /(?:^|\/)(?:lib\.rs|__init__\.py|doc\.go|package-info\.java)$/.test(site.path)
  );
}

/** `docs/index.md`, and `Post.docc/Post.md` of DocC: what documentation begins with. */
function isLandingPage(path: string): boolean {
  return /(?:^|\/)_?index\.\w+$|(?:^|\/)([^/]+)\.docc\/\1\.md$/i.test(path);
}
