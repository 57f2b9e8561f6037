/** How the copy of a plant differs from its original, from nothing to nearly all of its words. */
export const PLANT_KINDS = ['exact', 'light-edit', 'superset', 'paraphrase'] as const;
export type PlantKind = (typeof PLANT_KINDS)[number];

/** Two texts of our own writing that say the same, or of which one says a sentence more. */
export interface Plant {
  readonly kind: PlantKind;
  readonly original: string;
  readonly copy: string;
  /** 1-based line of the plants' file. */
  readonly line: number;
}

/**
 * Reads plants, one JSON object a line; blank lines are passed over.
 *
 * @param name of the file, for the message
 * @throws Error naming the first line that is not a plant
 */
export function parsePlants(text: string, name: string): Plant[] {
  return text.split('\n').flatMap((content, index) => {
    if (content.trim() === '') return [];
    const line = index + 1;
    const { kind, original, copy } = parseObject(content, `${name}:${line}`);
    const known = PLANT_KINDS.find((candidate) => candidate === kind);
    if (!known || typeof original !== 'string' || typeof copy !== 'string') {
      const kinds = PLANT_KINDS.join(', ');
      throw new Error(`${name}:${line}: expected "original", "copy" and a "kind" of ${kinds}`);
    }
    return [{ kind: known, original, copy, line }];
  });
}

function parseObject(content: string, at: string): Record<string, unknown> {
  try {
    return (JSON.parse(content) ?? {}) as Record<string, unknown>;
  } catch (error) {
    throw new Error(`${at}: ${(error as Error).message}`);
  }
}
