import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ALL_FILTERS } from '../../../server/src/core/filters/allFilters';

it('docs/filters.md has a row for each filter, in their order', () => {
  const rows = readFileSync('docs/filters.md', 'utf8').matchAll(/^\| `([a-z-]+)`/gm);
  expect([...rows].map(([, name]) => name)).toEqual(ALL_FILTERS.map(({ name }) => name));
});
