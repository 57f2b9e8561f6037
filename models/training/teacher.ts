import { existsSync } from 'node:fs';
import path from 'node:path';
import { loadPotion } from '../evaluation/potion';

/** A model whose similarities serve as soft targets: unit vectors, one per text. */
export interface Teacher {
  embed(texts: readonly string[]): Float32Array[];
}

/** Name and licence for the model card. */
export const TEACHER = 'potion-base-4M (Model2Vec, MIT)';

/** The teacher beside the data, or undefined where there is none: training then does without soft targets. */
export async function findTeacher(peers: string): Promise<Teacher | undefined> {
  const folder = path.join(peers, 'potion-base-4m-int8');
  return existsSync(folder) ? loadPotion(folder) : undefined;
}
