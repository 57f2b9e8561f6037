import { copiedClaim } from '../diagnostics/describeCopied';
import { HTML_STYLE, HTML_STYLE_SHA256 } from './htmlStyle';
import type { Report, ReportGroup, ReportPassage } from './report';
import { summarize } from './summary';
import { countOf } from './words';

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${HTML_STYLE_SHA256}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * The report as one self-contained page. It has no scripts and may load nothing, so text from
 * scanned files can do no harm in it.
 *
 * @param known groups left out because a baseline has them.
 */
export function renderHtml(report: Report, known = 0): string {
  const isNote = ({ level }: ReportGroup) => level !== undefined;
  // Notes come last: they are no warnings.
  const ordered = [...report.groups].sort((a, b) => Number(isNote(a)) - Number(isNote(b)));
  const groups = ordered.map(renderGroup).join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Text Twin report</title>
<style>${HTML_STYLE}</style>
</head>
<body>
<main>
<h1>Text Twin report</h1>
<p>${escapeHtml(summarize(report, known))}</p>
${groups || '<p>No twins found.</p>'}
${renderSkipped(report)}
</main>
<footer><p>Model ${escapeHtml(report.model.id)}, threshold ${report.threshold}</p></footer>
</body>
</html>
`;
}

function renderGroup(group: ReportGroup): string {
  const size = countOf(group.members.length, 'passage');
  const note = group.note === undefined ? '' : `<span>note: ${escapeHtml(group.note)}</span>`;
  return `<section class="${group.kind}" id="${escapeHtml(group.id)}">
<header>
<h2>${group.kind}</h2><span>similarity ${group.similarity.toFixed(2)}</span><span>${size}</span>${note}
</header>
<ol>
${group.members.map(renderMember).join('\n')}
</ol>
</section>`;
}

function renderMember(member: ReportPassage): string {
  const { path, startLine, kind, similarity, text } = member;
  const place = `<code>${escapeHtml(path)}:${startLine}</code>`;
  const facts = `<span class="faint">${kind} · ${similarity.toFixed(2)}</span>`;
  return `<li>${place} ${facts}${renderCopied(member)}<blockquote>${escapeHtml(text)}</blockquote></li>`;
}

function renderCopied({ subject, original }: ReportPassage): string {
  if (subject === undefined || !original) return '';
  return `<p>copied-comment: ${escapeHtml(copiedClaim(original.subject, subject))}.</p>`;
}

function renderSkipped({ skipped }: Report): string {
  if (skipped.length === 0) return '';
  const rows = skipped.map(
    ({ path, reason }) => `<li><code>${escapeHtml(path)}</code> ${escapeHtml(reason)}</li>`,
  );
  return `<section class="skipped">
<header><h2>Skipped</h2><span>${countOf(skipped.length, 'file')}</span></header>
<ul>
${rows.join('\n')}
</ul>
</section>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
