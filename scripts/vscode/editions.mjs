// The VS Codes that the extension is tested in: the newest that can be had here, and the oldest.

/** What makes a server take the extension host's tests. */
const DRIVER = ['--vscode-option', 'enable-smoke-test-driver'];

/**
 * An edition is a version of VS Code, which the npm package code-server brings on a Node of its own. Those between
 * want Node 22 and fetch ripgrep from hosts that not every machine reaches.
 */
export const editions = new Map([
  [
    '1.139',
    {
      codeServer: '4.139.1',
      node: '24.21.0',
      isWhole: true,
      hasGraceTime: true,
      testOptions: DRIVER,
    },
  ],
  // Not whole: its install script fetches ripgrep from GitHub. It knows no grace time, so that each closed page
  // leaves its extensions running for hours.
  [
    '1.100',
    {
      codeServer: '4.100.3',
      node: '20.20.2',
      isWhole: false,
      hasGraceTime: false,
      testOptions: [],
    },
  ],
]);

/** The edition that people are shown. */
export const newest = '1.139';

/**
 * Reads `--host EDITION` from a command line; all editions without it.
 *
 * @throws Error when there is no such edition.
 */
export function chooseEditions(args) {
  const at = args.indexOf('--host');
  if (at < 0) return { chosen: [...editions.keys()], rest: args };
  const name = args[at + 1];
  if (!editions.has(name)) {
    throw new Error(`--host takes ${[...editions.keys()].join(' or ')}, not ${name}.`);
  }
  return { chosen: [name], rest: args.toSpliced(at, 2) };
}
