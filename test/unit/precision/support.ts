import type { ReportGroup, ReportPassage } from '../../../server/src/core/reports/report';

/** A group at places written `path:line`; its id is the number in hexadecimal. */
export function groupAt(
  id: number,
  places: readonly string[],
  kind: ReportGroup['kind'] = 'duplicate',
): ReportGroup {
  const members = places.map((place): ReportPassage => {
    const [path = '', line] = place.split(':');
    const startLine = Number(line);
    const text = `Text ${id}.`;
    return { path, startLine, endLine: startLine, kind: 'comment', text, similarity: 1 };
  });
  return { id: id.toString(16).padStart(16, '0'), kind, similarity: 1, members };
}
