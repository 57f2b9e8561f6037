import type { GroupFilter, GroupMember } from './groupFilter';

const FOLDERS = new Set(
  'examples example samples sample demos demo cookbook recipes tutorials tutorial snippets playground playgrounds quickstarts quickstart starters templates'.split(
    ' ',
  ),
);

/** A file of settings is an example of its own. */
const SETTINGS = /\.(?:ya?ml|toml|jsonc?|ini|conf)$/;

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
