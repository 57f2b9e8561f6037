import type { Position, Range } from 'vscode-languageserver';
import type { Finding, PlacedPassage } from '../core/twins/twin';
import type { PlaceArgument } from '../protocol';

/** The finding whose passage touches a range, if any. */
export function findingAt(findings: readonly Finding[], range: Range): Finding | undefined {
  return findings.find(
    ({ passage }) => !isBefore(passage.end, range.start) && !isBefore(range.end, passage.start),
  );
}

/** A passage's place as commands take it. */
export function placeOf({ uri, start, end }: PlacedPassage): PlaceArgument {
  return { uri, range: { start, end } };
}

/** A link to a passage that editors open at its line; a notebook's cell has a fragment already. */
export function linkTo({ uri, start }: PlacedPassage): string {
  if (uri.includes('#')) return uri;
  return `${uri}#L${start.line + 1}`;
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
