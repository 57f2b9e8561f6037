import type { PassageKind } from '../../passages/passage';
import type { PlacedPassage, Silence } from '../twin';

/** Kind, start, end, text, what silenced it. */
const COLUMNS = 7;

/**
 * The silenced passages of a document, in a list of numbers and texts: four of ten passages are silenced and hardly
 * anybody asks for one. As objects they take three times as much.
 */
export class PackedSilences {
  readonly #uri: string;
  readonly #values: readonly (number | string)[];

  /** @param silences all of the document `uri`. */
  constructor(uri: string, silences: readonly Silence[]) {
    this.#uri = uri;
    const values = silences.flatMap(({ passage: { kind, start, end, text }, silencedBy }) => {
      return [kind, start.line, start.character, end.line, end.character, text, silencedBy];
    });
    // What is put together piece by piece has room to spare; a copy has none.
    this.#values = values.slice();
  }

  /** All of them as they were given, made anew each time. */
  list(): Silence[] {
    const values = this.#values;
    const silences: Silence[] = [];
    for (let at = 0; at < values.length; at += COLUMNS) {
      const passage: PlacedPassage = {
        uri: this.#uri,
        kind: values[at] as PassageKind,
        start: { line: values[at + 1] as number, character: values[at + 2] as number },
        end: { line: values[at + 3] as number, character: values[at + 4] as number },
        text: values[at + 5] as string,
      };
      silences.push({ passage, silencedBy: values[at + 6] as string });
    }
    return silences;
  }
}
