import type { Container } from './containers';
import type { GroupFilter, GroupMember } from './groupFilter';
import { typeStem } from './typeStem';

/** Files that declare what files of the same name and another ending define. */
const DECLARING = /\.(?:h|hh|hpp|hxx|h\+\+|d\.[cm]?ts|pyi|mli|fsi|hrl|rei|ads)$/i;
/** Languages in which a type need not name what it implements. */
const STRUCTURAL = /\.(?:go|[cm]?tsx?)$/i;
/** Types with shorter names in common have a word in common. */
const SHORTEST_STEM = 6;
const C_HEADER = /\.h(?:h|pp|xx|\+\+)?$/i;
const DEFINING = /\.(?:c|cc|cpp|cxx|c\+\+|m|mm|[cm]?[jt]sx?|py|pyx|ml|fs|erl|re|adb)$/i;

/** `post-inl.h`, `post.tpp`: a header with the bodies of what another declares. */
const INLINE = /(?:[-_.](?:inl|inline|impl)\.h(?:h|pp|xx)?|\.(?:inl|ipp|tcc|tpp|txx))$/i;

/** An interface, a header or a base class and what implements it, and two implementations of the same. */
export const inherited: GroupFilter = {
  name: 'inherited',
  reason: 'A contract and what implements it are read apart.',
  keysOf({ site: { member, isType } }) {
    if (member === undefined) return [];
    return isType ? [member, `type\n${lastHump(member)}`] : [member];
  },
  relates(one, other) {
    if (one.site.member !== other.site.member) return areNamedAlike(one, other);
    if (isHeaderOf(one, other) || isHeaderOf(other, one)) return true;
    if (one.site.overrides || other.site.overrides) return true;
    const [a, b] = [one.site.container, other.site.container];
    if (!a || !b) return areVariants(one, other);
    // Two types of one name are copies, unless one is built on the other under an alias.
    if (a.name !== b.name && typeStem(a.name) === typeStem(b.name)) return true;
    if (isBuiltOn(a, b) || isBuiltOn(b, a)) return true;
    if (a.heritage.some((type) => b.heritage.includes(type))) return true;
    // Of the properties of an interface, others may just be namesakes.
    const areFields = one.site.row && other.site.row;
    return !areFields && (mayImplement(one, other) || mayImplement(other, one));
  },
};

/** `class Mail extends Post`, or `_Post` where that is how it was imported. */
function isBuiltOn({ heritage }: Container, { name }: Container): boolean {
  return heritage.some((type) => type === name || (name.length > 3 && type.endsWith(name)));
}

/** Whether one member's type may stand behind the contract that the other is declared in, by way of types not seen. */
function mayImplement(contract: GroupMember, member: GroupMember): boolean {
  const [declaring, type] = [contract.site.container, member.site.container];
  if (!declaring?.isContract || !type || type.isContract) return false;
  return type.heritage.length > 0 || STRUCTURAL.test(member.site.path);
}

/** `AdHocMapper` and `RelationalAdHocMapper`: a type and one that is built on it, or was made after it. */
function areNamedAlike({ site: one }: GroupMember, { site: other }: GroupMember): boolean {
  if (!one.isType || !other.isType) return false;
  const [a, b] = [typeStem(one.member ?? ''), typeStem(other.member ?? '')];
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= SHORTEST_STEM && long.endsWith(short);
}

/** The last word of a name in humps. */
function lastHump(name: string): string {
  return /[\p{Lu}_]?[^\p{Lu}_]*$/u.exec(name)?.[0].toLowerCase() ?? '';
}

/** `foo.h` and `foo.c`, in whatever folders; what a C header declares may be defined anywhere. */
function isHeaderOf(header: GroupMember, source: GroupMember): boolean {
  const [declaring, defining] = [header.site.path, source.site.path];
  if (!declares(declaring) || !defines(defining)) return false;
  return C_HEADER.test(declaring) || stemOf(declaring) === stemOf(defining);
}

/** Whether a file declares what another one defines, as its ending tells. */
export function declares(path: string): boolean {
  return DECLARING.test(path) && !INLINE.test(path);
}

/** Whether a file may define what another one declares. */
export function defines(path: string): boolean {
  return INLINE.test(path) || (DEFINING.test(path) && !DECLARING.test(path));
}

/** Functions of files whose names tell a contract from its implementation: `foo.go`, `foo_impl.go`. */
function areVariants(one: GroupMember, other: GroupMember): boolean {
  const [a, b] = [stemOf(one.site.path), stemOf(other.site.path)];
  return a !== b && variantStem(a) === variantStem(b);
}

function variantStem(stem: string): string {
  return typeStem(stem.replace(/[-_](?:impl|base|interface|default|mock|fake|stub)$/, ''));
}

/** A file's name without what it ends in. */
export function stemOf(path: string): string {
  return path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/(?:\.d|[-_.](?:inl|inline|impl)(?=\.h))?\.[^.]+$/i, '');
}
