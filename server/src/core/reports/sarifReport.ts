import type { FindingCode } from '../diagnostics/codes';
import { copiedClaim } from '../diagnostics/describeCopied';
import type { Report, ReportGroup, ReportPassage } from './report';

/** Static Analysis Results Interchange Format 2.1.0 levels. */
export type SarifLevel = 'error' | 'warning' | 'note';

/** What a SARIF log says beside the report. */
export interface SarifOptions {
  readonly toolVersion: string;
  readonly level: SarifLevel;
  /** False when some input could not be read, so the results are not all there might be. */
  readonly complete: boolean;
}

const SCHEMA =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const RULES: Readonly<Record<FindingCode, { name: string; short: string; full: string }>> = {
  duplicate: {
    name: 'Duplicate',
    short: 'The same text stands in several places.',
    full: 'These passages are the same after normalisation. Keep one and refer to it from the others.',
  },
  'near-duplicate': {
    name: 'NearDuplicate',
    short: 'The same thing is said in other words.',
    full: 'These passages say the same in other words. Merge them, or make clear how they differ.',
  },
  'copied-comment': {
    name: 'CopiedComment',
    short: 'A comment seems to be about another member.',
    full: 'The same comment stands at two members of a file, and its words fit the name of the other one. Write what this member does.',
  },
};

const codes = Object.keys(RULES) as FindingCode[];

/**
 * The report as a SARIF 2.1.0 log: one result a group, at its first member, the others related to
 * it, followed by one for each copied comment in it.
 */
export function renderSarif(report: Report, options: SarifOptions): string {
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Text Twin',
            semanticVersion: options.toolVersion,
            rules: codes.map((id) => sarifRule(id, options.level)),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: options.complete,
            toolExecutionNotifications: report.skipped.map(({ path, reason }) => ({
              level: 'note',
              message: { text: reason },
              locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) } } }],
            })),
          },
        ],
        results: report.groups.flatMap((group) => [
          sarifResult(group, options.level),
          ...copiedResults(group, options.level),
        ]),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function sarifRule(id: FindingCode, level: SarifLevel) {
  const { name, short, full } = RULES[id];
  return {
    id,
    name,
    shortDescription: { text: short },
    fullDescription: { text: full },
    defaultConfiguration: { level },
  };
}

function sarifResult(group: ReportGroup, level: SarifLevel) {
  const [first, ...others] = group.members;
  const links = others.map(({ path, startLine }, i) => `[${linkText(path, startLine)}](${i + 1})`);
  return {
    ruleId: group.kind,
    ruleIndex: codes.indexOf(group.kind),
    level: group.level ?? level,
    message: { text: `Says the same (${group.similarity.toFixed(2)}) as ${links.join(', ')}.` },
    locations: first ? [sarifLocation(first)] : [],
    relatedLocations: others.map((member, i) => ({
      id: i + 1,
      ...sarifLocation(member),
      message: { text: member.text },
    })),
    partialFingerprints: { 'textTwinGroup/v1': group.id },
    properties: { similarity: group.similarity },
  };
}

function copiedResults(group: ReportGroup, level: SarifLevel) {
  return group.members.flatMap((member) => {
    const { path, subject, original } = member;
    const source = group.members.find(
      (other) => other.path === path && other.startLine === original?.startLine,
    );
    if (subject === undefined || !original || !source) return [];
    const claim = escapeLink(copiedClaim(original.subject, subject));
    const link = `[${linkText(path, original.startLine)}](1)`;
    const related = { id: 1, ...sarifLocation(source), message: { text: source.text } };
    return [
      {
        ruleId: 'copied-comment',
        ruleIndex: codes.indexOf('copied-comment'),
        level,
        message: { text: `${claim}: it says the same as ${link}.` },
        locations: [sarifLocation(member)],
        relatedLocations: [related],
        partialFingerprints: { 'textTwinCopiedComment/v1': `${group.id}/${subject}` },
      },
    ];
  });
}

function sarifLocation({ path, startLine, endLine }: ReportPassage) {
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(path) }, region: { startLine, endLine } },
  };
}

/** Brackets and backslashes would end the link in SARIF's message syntax. */
function linkText(path: string, line: number): string {
  return escapeLink(`${path}:${line}`);
}

function escapeLink(text: string): string {
  return text.replace(/[\\[\]]/g, '\\$&');
}

/** A path as a URI reference. A lone surrogate, which a file name may hold, has no UTF-8 form. */
function uriOf(path: string): string {
  return path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}
