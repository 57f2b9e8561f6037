/** The roles that colour can have in a text report. */
export type Role = 'title' | 'strong' | 'path' | 'faint' | 'good' | 'warning';

/** Marks a piece of text with its role. */
export type Palette = Readonly<Record<Role, (text: string) => string>>;

/** ANSI "select graphic rendition" numbers: on, off. */
const CODES: Readonly<Record<Role, readonly [number, number]>> = {
  title: [1, 22],
  strong: [35, 39],
  path: [36, 39],
  faint: [2, 22],
  good: [32, 39],
  warning: [33, 39],
};

const roles = Object.keys(CODES) as Role[];

/** Colours for a terminal. */
export const coloured: Palette = paletteOf((role) => {
  const [on, off] = CODES[role];
  return (text) => `\u001b[${on}m${text}\u001b[${off}m`;
});

/** No colours: for files, pipes and `NO_COLOR`. */
export const plain: Palette = paletteOf(() => (text) => text);

function paletteOf(paint: (role: Role) => (text: string) => string): Palette {
  return Object.fromEntries(roles.map((role) => [role, paint(role)])) as unknown as Palette;
}
