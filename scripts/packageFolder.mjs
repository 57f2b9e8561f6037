import { createRequire } from 'node:module';
import path from 'node:path';

const { resolve } = createRequire(import.meta.url);

/** The folder of an installed package. */
export function packageFolder(name) {
  return path.dirname(resolve(`${name}/package.json`));
}
