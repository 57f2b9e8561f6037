/*
 * The inner loops of twin search, for AssemblyScript. `server/src/core/twins/search/plainKernel.ts` says the same in
 * plain JavaScript; the memory's layout is that of `search/cell.ts` and `search/heads.ts`. Addresses are bytes.
 */
export { filter } from './filter';
export { match } from './match';
export { least, product } from './product';
export { extend, list } from './reaches';
