import { namePlace } from '../core/diagnostics/describeFinding';
import { showSimilarity } from '../core/diagnostics/similarityText';
import { reasonOf } from '../core/filters/allFilters';
import type { NearMiss, PlacedPassage, Silence } from '../core/twins/twin';
import { escapeMarkdown } from './escapeMarkdown';
import { linkTo } from './places';

type Label = (uri: string) => string;

/** Why a passage is not reported: `Text Twin: not reported: repeats src/a.ts:12, filter overloads. …` */
export function describeSilence(
  { silencedBy, like }: Silence,
  label: Label,
  markdown: boolean,
): string {
  const repeats = like ? `repeats ${placeOf(like, label, markdown)}, ` : '';
  const filter = markdown ? `\`${silencedBy}\`` : silencedBy;
  return `${title(markdown)}: not reported: ${repeats}filter ${filter}. ${reasonOf(silencedBy)}`;
}

/** Which passage is nearly alike enough, and how alike it would have to be. */
export function describeNearMiss(
  { nearest, threshold }: NearMiss,
  label: Label,
  markdown: boolean,
): string {
  const near = `similarity ${showSimilarity(nearest.similarity)}`;
  const place = placeOf(nearest, label, markdown);
  return `${title(markdown)}: not reported: ${near} to ${place}, below ${showSimilarity(threshold)}.`;
}

/** Why a finding is a note and no warning: `Text Twin: a note, no warning: idiom. …` */
export function describeNote(note: string, markdown: boolean): string {
  return `${title(markdown)}: a note, no warning: ${markdown ? `\`${note}\`` : note}. ${reasonOf(note)}`;
}

function title(markdown: boolean): string {
  return markdown ? '**Text Twin**' : 'Text Twin';
}

function placeOf(passage: PlacedPassage, label: Label, markdown: boolean): string {
  const place = namePlace(passage, label);
  return markdown ? `[${escapeMarkdown(place)}](<${linkTo(passage)}>)` : place;
}
