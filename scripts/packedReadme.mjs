import { readFile } from 'node:fs/promises';

/** A picture that is a paragraph of its own, and what parts it from the next. */
const picture = /^!\[[^\]]*\]\((?!https:)[^)]+\)\n\n/gm;

/**
 * The README as it is packed: without the pictures that lie beside it. VS Code's page of an extension shows pictures
 * from `https:` only: since 1.139 at the latest it takes out `data:` as well as what lies in the package, and shows a
 * broken picture. There is no public place to fetch ours from.
 *
 * @param {string} file the README
 */
export async function packedReadme(file) {
  return (await readFile(file, 'utf8')).replaceAll(picture, '');
}
