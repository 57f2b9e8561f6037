import type { Finding, PlacedPassage, TwinKind } from '../../../../server/src/core/twins/twin';

/** A one-line passage of Markdown. */
export function passageAt(uri: string, line: number, text = 'Some text.'): PlacedPassage {
  const end = { line, character: text.length };
  return { uri, kind: 'markdown', start: { line, character: 0 }, end, text };
}

/** A finding with so many other places, each on line 12. */
export function findingOf(kind: TwinKind, similarity: number, places: number): Finding {
  const others = Array.from({ length: places }, (_, i) => passageAt(`file:///docs/${i}.md`, 11));
  const passage = passageAt('file:///here.md', 0);
  return {
    passage,
    kind,
    similarity,
    best: others[0] ?? passage,
    others,
    otherCount: places,
    groupId: 'g',
  };
}
