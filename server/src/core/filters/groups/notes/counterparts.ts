import { isProse } from '../../../passages/passage';
import { endingOf, folderOf } from '../../paths';
import { isExample } from '../examples';
import { declares, defines, stemOf } from '../inherited';
import { isOne } from '../traits';
import type { NoteRule } from './noteRule';

/** `post/core/src/send.rs` is of the package `post/core`. */
const PACKAGE = /^(?:(.*?)\/)?src\//;
/** Types of a package, in one file for all of it. */
const TYPES = /\.d\.[cm]?ts$/;
/** What messages and services are, for code in other languages to be made from. */
const SCHEMA = /\.(?:proto|thrift|graphqls?|gql|avdl|capnp)$/;
/**
 * Endings of languages that one program is written in. Not by the table of languages: names and reasons of rules are in
 * the client as well, which need not know how each language is read.
 */
const FAMILIES = [
  'c h cc hh cpp hpp cxx hxx inl ipp tpp m mm',
  'js ts jsx tsx cjs cts mjs mts vue svelte',
  'css scss sass less',
  'fs fsi',
  'ml mli',
  'py pyi pyx',
  'sh bash zsh',
  'yaml yml',
].map((endings) => endings.split(' '));

export const headerAndSource: NoteRule = {
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
};

export const packages: NoteRule = {
  name: 'packages',
  reason: 'Packages of one repository are published one by one, each with its comments.',
  from: 'balanced',
  holds({ members }) {
    if (members.some(isProse)) return false;
    const found = members.flatMap(({ site: { path } }) => packageOf(path) ?? []);
    return new Set(found).size === members.length;
  },
};

export const exampleCode: NoteRule = {
  name: 'example-code',
  reason: 'Examples are read and copied piece by piece, each piece with its comments.',
  from: 'balanced',
  holds: ({ members }) =>
    members.some((member) => isExample(member.site.path)) &&
    members.every((member) => isExample(member.site.path) || isProse(member)),
};

export const bindings: NoteRule = {
  name: 'bindings',
  reason: 'What is there in two languages is documented in each.',
  from: 'balanced',
  holds({ members }) {
    if (members.some(isProse) || isOne(members, ({ site }) => familyOf(site.path))) return false;
    // Side by side in one folder they are two ways of one thing; in two, trees that mirror each other.
    const areMirrored = isOne(members, ({ site: { path } }) => stemOf(path));
    if (areMirrored && !isOne(members, ({ site }) => folderOf(site.path))) return true;
    if (!members.some(({ kind }) => kind === 'doc')) return false;
    return members.some(({ site }) => declares(site.path));
  },
};

/** The folder above `src/`, empty for that of the repository; undefined without one. */
function packageOf(path: string): string | undefined {
  const found = PACKAGE.exec(path);
  return found ? (found[1] ?? '') : undefined;
}

/** The first ending of a file's family of languages, or its own. */
function familyOf(path: string): string {
  const ending = endingOf(path).slice(1).toLowerCase();
  return FAMILIES.find((endings) => endings.includes(ending))?.[0] ?? ending;
}
