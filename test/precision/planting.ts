import { randomFor } from '../../models/training/random';
import { shuffled } from '../../models/training/synthesis/choose';
import type { Planting } from './garden';
import { plantAmongComments } from './plantAmongComments';
import { plantAtEnds } from './plantAtEnds';
import type { Plant } from './plants';

/** Where plants are put. */
export const PLANTINGS: ReadonlyMap<string, Planting> = new Map([
  ['comments', plantAmongComments],
  ['ends', plantAtEnds],
]);

/** Deals the plants out to repositories, in a random order and in equal shares. */
export function dealPlants(
  plants: readonly Plant[],
  repositories: number,
  seed: number,
): Plant[][] {
  const order = shuffled(plants, randomFor(seed, 0));
  return Array.from({ length: repositories }, (_, at) =>
    order.filter((_plant, index) => index % repositories === at),
  );
}
