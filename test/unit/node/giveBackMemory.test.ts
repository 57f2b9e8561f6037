import { expect, it } from 'vitest';
import { collectGarbage } from '../../../server/src/node/giveBackMemory';

it('what nobody holds any more is collected', async () => {
  const freed = new Set<string>();
  const registry = new FinalizationRegistry<string>((name) => freed.add(name));
  const held = { letters: new Array(1000).fill('held') };
  registry.register(held, 'held');
  registry.register({ letters: new Array(1000).fill('left') }, 'left');
  await expect
    .poll(
      () => {
        collectGarbage();
        return [...freed];
      },
      { timeout: 20_000 },
    )
    .toEqual(['left']);
  expect(held.letters).toHaveLength(1000);
});
