import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { namePlace } from '../core/diagnostics/describeFinding';
import { excerpt } from '../core/diagnostics/excerpt';
import { showSimilarity } from '../core/diagnostics/similarityText';
import type { Finding, OneFactApart } from '../core/twins/twin';
import { describeNearMiss, describeNote, describeSilence } from './describeSilence';
import { escapeMarkdown } from './escapeMarkdown';
import { findingAt, linkTo } from './places';
import type { Session } from './session';
import { keyOf } from './uris';

/** The most twins listed in a hover; the heading counts all of them. */
const mostListed = 10;
/** The most twins shown in full, and the most UTF-16 units of each. */
const mostInFull = 3;
const longestInFull = 1000;

/** What the client can show. */
export interface HoverStyle {
  readonly markdown: boolean;
  /** It shows diagnostics with their related places in hovers of its own, as VS Code does. */
  readonly showsRelated: boolean;
}

/** What is said about the passage under the pointer: what was found there, or why nothing is reported. */
export async function hoverAt(
  session: Session,
  { textDocument, position }: HoverParams,
  { markdown, showsRelated }: HoverStyle,
): Promise<Hover | null> {
  const key = keyOf(textDocument.uri);
  if (!session.isCurrent(key)) return null;
  const finding = findingAt(session.findings(key), { start: position, end: position });
  const apart = session.oneFactApart(key, position);
  const silence = finding ? undefined : session.silenceAt(key, position);
  const miss = finding || silence ? undefined : await session.nearMiss(key, position);
  const passage = (finding ?? silence ?? apart ?? miss)?.passage;
  if (!passage) return null;
  const { start, end } = passage;
  const label = (uri: string) => session.folders.label(uri);
  const describe = !markdown ? describePlainly : showsRelated ? showInFull : describeInMarkdown;
  const parts = [
    finding ? describe(finding, label) : '',
    finding?.note === undefined ? '' : describeNote(finding.note, markdown),
    silence ? describeSilence(silence, label, markdown) : '',
    apart ? describeApart(apart, label, markdown) : '',
    miss ? describeNearMiss(miss, label, markdown) : '',
  ];
  const value = parts.filter((part) => part !== '').join('\n\n');
  const kind = markdown ? MarkupKind.Markdown : MarkupKind.PlainText;
  return value === '' ? null : { contents: { kind, value }, range: { start, end } };
}

/** Markdown with a link to each twin; everything from the workspace is escaped. */
export function describeInMarkdown(finding: Finding, label: (uri: string) => string): string {
  const lines = finding.others.slice(0, mostListed).map((other) => {
    const place = escapeMarkdown(namePlace(other, label));
    return `- [${place}](<${linkTo(other)}>) ${escapeMarkdown(excerpt(other.text))}`;
  });
  return [`**Text Twin**: ${headingOf(finding)}`, '', ...lines].join('\n');
}

/** The whole words of twins that related places show the beginning of; empty when they show all. */
export function showInFull(finding: Finding, label: (uri: string) => string): string {
  const cut = finding.others.filter(({ text }) => excerpt(text).endsWith('…'));
  const parts = cut.slice(0, mostInFull).map((other) => {
    const place = escapeMarkdown(namePlace(other, label));
    const words = escapeMarkdown(excerpt(other.text, longestInFull));
    return `[${place}](<${linkTo(other)}>) in full:\n\n> ${words}`;
  });
  return parts.join('\n\n');
}

/** A line for each passage that reads alike but states another fact; in Markdown with a link to it. */
export function describeApart(
  { others }: OneFactApart,
  label: (uri: string) => string,
  markdown: boolean,
): string {
  const lines = others.map((other) => {
    const place = namePlace(other, label);
    if (!markdown) return `Text Twin: one fact apart from ${place}: differs in: ${other.differsIn}`;
    const link = `[${escapeMarkdown(place)}](<${linkTo(other)}>)`;
    return `**Text Twin**: one fact apart from ${link}: differs in: ${escapeMarkdown(other.differsIn)}`;
  });
  return lines.join(markdown ? '\n\n' : '\n');
}

function describePlainly(finding: Finding, label: (uri: string) => string): string {
  const lines = finding.others
    .slice(0, mostListed)
    .map((other) => `${namePlace(other, label)}  ${excerpt(other.text)}`);
  return [`Text Twin: ${headingOf(finding)}`, ...lines].join('\n');
}

function headingOf({ kind, similarity, otherCount }: Finding): string {
  const places = otherCount === 1 ? '1 other place' : `${otherCount} other places`;
  return kind === 'duplicate'
    ? `same text as ${places}`
    : `says the same as ${places}, similarity ${showSimilarity(similarity)}`;
}
