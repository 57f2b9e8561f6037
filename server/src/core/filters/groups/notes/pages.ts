import { isProse } from '../../../passages/passage';
import { fileNameOf, folderOf } from '../../paths';
import type { GroupMember } from '../groupFilter';
import { areOfOneForm } from '../headings';
import { isTranslated } from '../translation';
import type { NoteRule } from './noteRule';
import { areDocumented } from './remarks';

/** Where pages lie that say what each part of a program is. */
const REFERENCE = /(?:^|\/)(?:api|apidocs?|api-reference|reference|ref|javadoc|godoc)\//i;

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

export const pageAndCode: NoteRule = {
  name: 'page-and-code',
  reason: 'Who reads a page does not read the code, nor the other way round: both need to be told.',
  from: 'balanced',
  holds({ members, areEqual }) {
    const pages = members.filter(isProse);
    const code = members.filter((member) => !isProse(member));
    if (pages.length === 0 || code.length === 0) return false;
    if (!areEqual) return true;
    // What stands on two pages, or in two remarks in code, is twice there whatever the others say.
    const isOnePage = pages.length === 1 || pages.every(({ site }) => REFERENCE.test(site.path));
    return isOnePage && (code.length === 1 || areDocumented(code));
  },
};

export const landingPage: NoteRule = {
  name: 'landing-page',
  reason: 'A project is introduced where its source is read and where its documentation begins.',
  from: 'balanced',
  holds: ({ members, areInOneFile }) =>
    !areInOneFile &&
    members.every(isProse) &&
    members.some(({ site }) => isReadme(site.path)) &&
    members.every(({ site: { path } }) => isReadme(path) || isLandingPage(path)),
};

export const nearProse: NoteRule = {
  name: 'near-prose',
  reason: 'A paragraph that says nearly the same as another mostly speaks of another thing.',
  from: 'balanced',
  holds: ({ members, areEqual }) => !areEqual && members.every(isProse),
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

/** `docs/index.md`, and `Post.docc/Post.md` of DocC: what documentation begins with. */
function isLandingPage(path: string): boolean {
  return /(?:^|\/)_?index\.\w+$|(?:^|\/)([^/]+)\.docc\/\1\.md$/i.test(path);
}
