import type { GroupFilter, GroupMember } from './groupFilter';
import { parallelPath } from './parallelPath';

const SHORTEST_WORD = 3;
/** Each is run by itself, and most of what they have in common cannot be told once. */
const WORKFLOW = /^\.(?:github\/workflows|gitlab\/ci|circleci)\//;

/** Pages and files for parallel platforms, versions and languages, which readers see one at a time. */
export const parallel: GroupFilter = {
  name: 'parallel',
  reason: 'Readers see one platform, version or product at a time.',
  keysOf(passage) {
    const { kind, site, pages } = passage;
    const { path, member } = site;
    const { shape, current, variant } = parallelPath(path);
    const page = pageOf(passage);
    const keys = [`current\n${current}`];
    if (pages !== undefined) keys.push(`pages\n${pages}`);
    if (WORKFLOW.test(path)) keys.push('workflow');
    if (page !== undefined) keys.push(`page\n${page}`);
    if (kind !== 'comment') keys.push(`depth\n${path.split('/').length}`);
    if (variant !== undefined) keys.push(`variant\n${variant}`);
    if (shape === undefined) return keys;
    keys.push(`shape\n${shape.whole}`);
    // Files of two platforms may be cut differently; the same function is still the same function.
    if (member !== undefined && shape.folder !== undefined) keys.push(`${shape.folder}\n${member}`);
    return keys;
  },
  relates(one, other) {
    if (one.uri === other.uri) return false;
    if (one.pages !== undefined && one.pages === other.pages) return true;
    const [pathOne, pathOther] = [one.site.path, other.site.path];
    if (WORKFLOW.test(pathOne) && WORKFLOW.test(pathOther)) return true;
    if (arePagesOfOneName(one, other)) return true;
    const [placeOne, placeOther] = [parallelPath(pathOne), parallelPath(pathOther)];
    if (placeOne.current === placeOther.current) return true;
    if (placeOne.variant !== undefined && placeOne.variant === placeOther.variant) return true;
    if (one.kind !== 'comment' && areTwinPaths(pathOne, pathOther)) return true;
    const [a, b] = [placeOne.shape, placeOther.shape];
    if (a === undefined || b === undefined) return false;
    // In one folder of one platform, files are no more parallel than any others.
    if (a.whole === b.whole) return true;
    return (
      a.folder !== undefined &&
      a.folder === b.folder &&
      a.slot !== b.slot &&
      one.site.member !== undefined &&
      one.site.member === other.site.member
    );
  },
};

function arePagesOfOneName(one: GroupMember, other: GroupMember): boolean {
  const [a, b] = [pageOf(one), pageOf(other)];
  return a !== undefined && a === b;
}

function pageOf({ kind, site: { path } }: GroupMember): string | undefined {
  return kind === 'comment' ? undefined : parallelPath(path).page;
}

/** Whether paths are equal once a word of a folder is replaced: `jackson/JacksonMixin`, `gson/GsonMixin`. */
function areTwinPaths(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => path.toLowerCase().split('/'));
  const at = a?.findIndex((segment, i) => segment !== b?.[i]) ?? -1;
  const [wordsA, wordsB] = [a, b].map((path) => path?.[at]?.split(/[-_.]/) ?? []);
  if (!wordsA || !wordsB || at < 0 || at === (a?.length ?? 0) - 1) return false;
  if (wordsA.length !== wordsB.length) return false;
  const word = wordsA.findIndex((part, i) => part !== wordsB[i]);
  const [from = '', to = ''] = [wordsA[word], wordsB[word]];
  if (from.length < SHORTEST_WORD || to.length < SHORTEST_WORD) return false;
  return one.toLowerCase().replaceAll(from, to) === other.toLowerCase().replaceAll(from, to);
}
