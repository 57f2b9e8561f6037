import type { GroupFilter, GroupMember } from './groupFilter';

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

const EXAMPLES = set(
  'examples example samples sample demos demo cookbook recipes tutorials tutorial snippets quickstarts quickstart',
);
/** Folders of things that stand beside each other as examples do, but may be what a project tests itself with. */
const FOLDERS = new Set([...EXAMPLES, ...set('playground playgrounds starters templates')]);

/** A file of settings is an example of its own. */
const SETTINGS = /\.(?:ya?ml|toml|jsonc?|ini|conf)$/;

/** `post_demo.cpp`, `PostExample/`: what is an example says so in a word of its name. */
const NAMED = /(?:^|[-_.]|(?<=\p{Ll})(?=\p{Lu}))(?:[Ee]xample|[Dd]emo|[Ss]ample)s?(?=$|[-_.])/u;

/** Whether a file is an example, or part of one: by a folder's name, or by its own. */
export function isExample(path: string): boolean {
  const segments = path.split('/');
  const file = segments.pop() ?? '';
  if (NAMED.test(file)) return true;
  return segments.some((name) => EXAMPLES.has(name.toLowerCase()) || NAMED.test(name));
}

/** Examples that are copied one by one. */
export const examples: GroupFilter = {
  name: 'examples',
  reason: 'Examples are copied one by one, each with its comments.',
  keysOf: (member) => {
    const place = placeOf(member);
    return place && place.unit !== '' ? [place.root] : [];
  },
  relates: (one, other) => placeOf(one)?.unit !== placeOf(other)?.unit,
};

/** The folder of examples that a file lies in, and the example that it belongs to. */
function placeOf({ site: { path } }: GroupMember): { root: string; unit: string } | undefined {
  const segments = path.toLowerCase().split('/');
  const at = segments.findIndex((segment) => FOLDERS.has(segment));
  if (at < 0 || at === segments.length - 1) return undefined;
  const unit = SETTINGS.test(path) ? segments.slice(at + 1).join('/') : segments[at + 1];
  return { root: segments.slice(0, at + 1).join('/'), unit: unit ?? '' };
}
