import type { PassageRole } from '../passage';

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Tags whose content is data: versions, names, types. */
export const METADATA = set(
  'since version versionadded versionchanged author authors date default defaultvalue type rtype vartype doc file internal module package category group ingroup addtogroup defgroup name namespace memberof kind class function callback extends implements augments license licence access api stability public private protected static abstract readonly',
);

/** Tags that point elsewhere or show code: their text says nothing of its own. */
const SILENT = set(
  'see seealso sa link references include inheritdoc example examples usage sample code endcode permission methods ignore ts-ignore',
);

const ROLES: ReadonlyMap<string, PassageRole> = new Map([
  ...names(
    'param',
    'param params parameter parameters arg args argument arguments key keyword kwarg option tparam typeparam template prop property property-read property-write attribute attributes var ivar cvar field fields receiver receives',
  ),
  ...names('return', 'return returns result retval yield yields value'),
  ...names(
    'throws',
    'throw throws exception exceptions raise raises except error errors panic panics warns',
  ),
  ...names('deprecated', 'deprecated'),
  ...names('remarks', 'remark remarks details discussion privateremarks'),
]);

function names(role: PassageRole, tags: string): [string, PassageRole][] {
  return tags.split(' ').map((tag) => [tag, role]);
}

/**
 * What the text of a tag or section speaks of.
 *
 * @param name in lower case: `param`, `kwargs`, `other parameters`.
 * @returns `undefined` where there is no prose to compare: types, versions, references, code.
 */
export function roleOf(name: string): PassageRole | undefined {
  if (METADATA.has(name) || SILENT.has(name) || name.startsWith('see also')) return undefined;
  return ROLES.get(name.replace(/^(?:other|keyword) /, '')) ?? 'section';
}
