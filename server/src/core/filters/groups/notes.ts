import type { Sensitivity } from '../../energies/scoring';
import { isProse } from '../../passages/passage';
import { endingOf, fileNameOf, folderOf } from '../paths';
import { isTestPath } from '../testCase';
import { isExample } from './examples';
import type { GroupMember } from './groupFilter';
import { areOfOneForm } from './headings';
import { declares, defines, stemOf } from './inherited';
import { isOne, type Traits, traitsOf } from './traits';
import { isTranslated } from './translation';

/**
 * A kind of group of which few are worth acting on, while none can be told to be legitimate: it is told as a note,
 * not as a warning. Shares behind the rules are those of labelled groups, see docs/filters.md.
 */
export interface NoteRule {
  /** Switched off by this name, as a filter is; its groups are warnings then. */
  readonly name: string;
  /** Why it is no warning, in a sentence for people. */
  readonly reason: string;
  /** The loosest sensitivity at which it is on by itself. */
  readonly from: Sensitivity;
  readonly holds: (group: Traits) => boolean;
}

/** Fewer words name a step, and stand again wherever it is taken. */
const FEW_WORDS = 12;
/** The same of what stands on pages, where a sentence is needed wherever its reader may be. */
const SENTENCE_WORDS = 20;
/** So many lines of code in common are a copy, fewer an idiom that nobody would make a function of. */
const COPIED_LINES = 3;
/** From so many words on a text explains, whatever the code below it does. */
const EXPLAINING_WORDS = 30;
/** Lines between comments of one file that are not seen together. */
const FAR_APART = 60;
/** The same of what is said of an option, which has to be said where it is listed. */
const ENTRY_WORDS = 25;
/** `post/core/src/send.rs` is of the package `post/core`. */
const PACKAGE = /^(?:(.*?)\/)?src\//;
/** Types of a package, in one file for all of it. */
const TYPES = /\.d\.[cm]?ts$/;
/** Languages in which a comment above a declaration is its documentation. */
const COMMENTED = /\.(?:[ch]|cc|hh|[ch]pp|[ch]xx|m|mm|go)$/i;
/** Endings of languages that one program is written in. */
const LANGUAGES = [
  'c h cc hh cpp hpp cxx hxx inl ipp tpp m mm',
  'js ts jsx tsx cjs cts mjs mts vue svelte',
  'css scss sass less',
  'fs fsi',
  'ml mli',
  'py pyi pyx',
  'sh bash zsh',
].map((endings) => endings.split(' '));
/** Where pages lie that say what each part of a program is. */
const REFERENCE = /(?:^|\/)(?:api|apidocs?|api-reference|reference|ref|javadoc|godoc)\//i;
/** What messages and services are, for code in other languages to be made from. */
const SCHEMA = /\.(?:proto|thrift|graphqls?|gql|avdl|capnp)$/;
/** `v1/`, `legacy/`: folders for what was, beside what is. */
const PAST = /(?:^|\/)(?:v\d+(?:\.\d+|(?:alpha|beta|rc)\d*)?|legacy|deprecated|compat|old)(?=\/)/gi;

/** `legacy/`, `_legacy_reader/`: a folder for what is kept beside its successor, whatever its files are called. */
const LEGACY = /(?:^|\/)_*legacy(?:[-_]\w{1,40})?\//i;

/** In the order in which they are asked; the first that holds names the reason. */
export const NOTE_RULES: readonly NoteRule[] = [
  {
    name: 'past-version',
    reason: 'One place belongs to another version of the file, which is kept as it was.',
    from: 'balanced',
    holds({ members }) {
      if (!isOne(members, ({ site: { path } }) => LEGACY.test(path))) return true;
      return (
        isOne(members, ({ site: { path } }) => fileNameOf(path).replace(/^_+/, '')) &&
        !isOne(members, ({ site: { path } }) => pastOf(path))
      );
    },
  },
  {
    name: 'translated',
    reason: 'Translated pages repeat what the pages repeat that they translate.',
    from: 'balanced',
    holds: ({ members }) =>
      members.every((member) => isProse(member) && isTranslated(member.site.path)),
  },
  {
    name: 'one-form',
    reason:
      'Pages of a reference are one form filled in for each thing, and are read one at a time.',
    from: 'balanced',
    holds: ({ members }) =>
      members.every((member) => members.some((other) => arePagesOfOneForm(member, other))),
  },
  {
    name: 'header-and-source',
    reason: 'A header and its source, types or a schema and what they are of, are each read alone.',
    from: 'balanced',
    holds({ members }) {
      const paths = members.map(({ site: { path } }) => path);
      for (const kind of [TYPES, SCHEMA]) {
        const count = paths.filter((path) => kind.test(path)).length;
        if (count > 0 && count < paths.length) return true;
      }
      const isOneThing =
        isOne(paths, stemOf) ||
        (members[0]?.site.member !== undefined && isOne(members, ({ site }) => site.member));
      return isOneThing && paths.some(declares) && paths.some(defines);
    },
  },
  {
    name: 'packages',
    reason: 'Packages of one repository are published one by one, each with its comments.',
    from: 'balanced',
    holds({ members }) {
      if (members.some(isProse)) return false;
      const packages = members.flatMap(({ site: { path } }) => packageOf(path) ?? []);
      return new Set(packages).size === members.length;
    },
  },
  {
    name: 'example-code',
    reason: 'Examples are read and copied piece by piece, each piece with its comments.',
    from: 'balanced',
    holds: ({ members }) =>
      members.some((member) => isExample(member.site.path)) &&
      members.every((member) => isExample(member.site.path) || isProse(member)),
  },
  {
    name: 'listed-option',
    reason: 'An option is explained where it is listed and where it is declared.',
    from: 'balanced',
    holds: ({ members, isOneLanguage, words }) =>
      !isOneLanguage && words < ENTRY_WORDS && members.some(({ site }) => site.row),
  },
  {
    name: 'bindings',
    reason: 'What is there in two languages is documented in each.',
    from: 'balanced',
    holds({ members }) {
      if (members.some(isProse) || isOne(members, ({ site }) => languagesOf(site.path)))
        return false;
      // Side by side in one folder they are two ways of one thing; in two, trees that mirror each other.
      const areMirrored = isOne(members, ({ site: { path } }) => stemOf(path));
      if (areMirrored && !isOne(members, folderOfMember)) return true;
      if (!members.some(({ kind }) => kind === 'doc')) return false;
      return members.some(({ site }) => declares(site.path));
    },
  },
  {
    name: 'documented-declarations',
    reason: 'Declarations are looked up one by one, and each needs its documentation.',
    from: 'balanced',
    holds: ({ members, isOneLanguage }) => isOneLanguage && areDocumented(members),
  },
  {
    name: 'few-words',
    reason:
      'A few words mostly name a step, or a sentence is needed on each page; there is little to merge.',
    from: 'balanced',
    holds({ members, words, areEqual, areInOneFile, sharedLines }) {
      if (members.every(isProse)) return words < SENTENCE_WORDS;
      if (words >= FEW_WORDS) return false;
      // Nearly equal texts that stand above no code may be one that was edited.
      if (!areEqual && members.some(({ site }) => site.next === undefined)) return false;
      // A step that was copied within a file, or was edited since, could be one function.
      return !((areInOneFile || !areEqual) && sharedLines() >= COPIED_LINES);
    },
  },
  {
    name: 'idiom',
    reason: 'The comment belongs to a line or two of code that are the same in other functions.',
    from: 'balanced',
    holds({ areEqual, areInOneFile, words, sharedLines }) {
      if (!areEqual || areInOneFile || words >= EXPLAINING_WORDS) return false;
      const shared = sharedLines();
      return shared > 0 && shared < COPIED_LINES;
    },
  },
  {
    name: 'far-apart',
    reason: 'Far apart in a file, above code of another kind, each place needs its remark.',
    from: 'balanced',
    holds({ areEqual, areInOneFile, words, linesApart, sharedLines }) {
      if (!areEqual || !areInOneFile || words >= EXPLAINING_WORDS) return false;
      return linesApart >= FAR_APART && sharedLines() < COPIED_LINES;
    },
  },
  {
    name: 'test-remark',
    reason: 'In tests a sentence says what is tested, in each test anew.',
    from: 'balanced',
    // Above code of another kind in another file it is no step of a test that was copied.
    holds: ({ members, words, areInOneFile, sharedLines }) =>
      words < SENTENCE_WORDS &&
      (areInOneFile || sharedLines() > 0) &&
      members.every(({ site: { path, inTests } }) => inTests || isTestPath(path)),
  },
  {
    name: 'near-neighbours',
    reason: 'Comments of one file that are nearly equal mostly differ on purpose.',
    from: 'balanced',
    holds: ({ members, areEqual, areInOneFile }) =>
      !areEqual && areInOneFile && !members.some(isProse),
  },
  {
    name: 'reference-page',
    reason: 'A page of a reference says what the documentation in the source says.',
    from: 'balanced',
    holds({ members }) {
      const pages = members.filter(isProse);
      if (pages.length === 0) return false;
      const isReference = pages.some(({ site }) => REFERENCE.test(site.path));
      return members.some(
        ({ kind, site }) =>
          (kind === 'doc' && isReference) ||
          (site.member !== undefined && COMMENTED.test(site.path)),
      );
    },
  },
  {
    name: 'landing-page',
    reason: 'A project is introduced where its source is read and where its documentation begins.',
    from: 'balanced',
    holds: ({ members, areInOneFile }) =>
      !areInOneFile &&
      members.every(isProse) &&
      members.some(({ site }) => isReadme(site.path)) &&
      members.every(({ site: { path } }) => isReadme(path) || isLandingPage(path)),
  },
  {
    name: 'near-prose',
    reason:
      'A page that says nearly the same as another, or as a comment, mostly speaks of another thing.',
    from: 'balanced',
    holds: ({ members, areEqual }) => !areEqual && members.some(isProse),
  },
  {
    name: 'near-elsewhere',
    reason:
      'Nearly equal texts above code of one language, or of documentation, mostly state other facts.',
    from: 'balanced',
    holds({ members, areEqual, areInOneFile, isOneLanguage }) {
      if (areEqual || areInOneFile || !isOneLanguage) return false;
      const isDocumented = members.some(({ kind }) => kind === 'doc');
      return isDocumented || members.every(({ site }) => site.below !== undefined);
    },
  },
  {
    name: 'same-page',
    reason: 'Sections of one page are read one at a time.',
    from: 'balanced',
    holds: ({ members, areInOneFile }) => areInOneFile && members.every(isProse),
  },
  {
    name: 'sister-pages',
    reason: 'Pages of one folder are siblings, each read without the others.',
    from: 'balanced',
    holds({ members, areEqual, areInOneFile }) {
      if (!areEqual || areInOneFile || !members.every(isProse)) return false;
      return isOne(members, folderOfMember) && members.every((member) => folderOfMember(member));
    },
  },
  {
    name: 'brief-texts',
    reason: 'Of equal texts the short ones are worth merging less often than those that explain.',
    from: 'strict',
    holds: ({ words }) => words < SENTENCE_WORDS,
  },
  {
    name: 'elsewhere',
    reason:
      'What stands in two files is worth merging less often than what stands in one file twice.',
    from: 'strict',
    holds: ({ areInOneFile }) => !areInOneFile,
  },
  {
    name: 'near-texts',
    reason: 'Texts that are nearly equal differ on purpose more often than equal ones.',
    from: 'strict',
    holds: ({ areEqual }) => !areEqual,
  },
];

/**
 * The rule by which a group is a note; undefined where it is a warning.
 *
 * @param isOn whether a rule is on for a member: it has to be for all.
 */
export function noteRuleOf<T extends GroupMember>(
  members: readonly T[],
  isOn: (name: string, member: T) => boolean,
): NoteRule | undefined {
  const traits = traitsOf(members);
  return NOTE_RULES.find(
    ({ name, holds }) => members.every((member) => isOn(name, member)) && holds(traits),
  );
}

function folderOfMember({ site: { path } }: GroupMember): string {
  return folderOf(path);
}

/** The first ending of a file's languages, or its own. */
function languagesOf(path: string): string {
  const ending = endingOf(path).slice(1).toLowerCase();
  return LANGUAGES.find((endings) => endings.includes(ending))?.[0] ?? ending;
}

function isReadme(path: string): boolean {
  return /^readme(?:\.\w+)?$/.test(fileNameOf(path));
}

/** `docs/index.md`, and `Post.docc/Post.md` of DocC: what documentation begins with. */
function isLandingPage(path: string): boolean {
  return /(?:^|\/)_?index\.\w+$|(?:^|\/)([^/]+)\.docc\/\1\.md$/i.test(path);
}

function pastOf(path: string): string {
  return (path.toLowerCase().match(PAST) ?? []).join();
}

/** The folder above `src/`, empty for that of the repository; undefined without one. */
function packageOf(path: string): string | undefined {
  const found = PACKAGE.exec(path);
  return found ? (found[1] ?? '') : undefined;
}

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

/** Whether all document declarations. In C a comment does; but comments above one name are part of code that was copied. */
function areDocumented(members: readonly GroupMember[]): boolean {
  const isCopied =
    members.every(({ kind }) => kind === 'comment') && isOne(members, ({ site }) => site.member);
  return members.every(
    ({ kind, site }) => kind === 'doc' || site.isNamed || (site.member !== undefined && !isCopied),
  );
}
