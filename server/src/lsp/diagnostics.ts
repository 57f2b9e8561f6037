import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { describeCopied } from '../core/diagnostics/describeCopied';
import { describeFinding, type FindingDescription } from '../core/diagnostics/describeFinding';
import type { Finding } from '../core/twins/twin';
import type { Settings } from '../settings';

/** `source` of all diagnostics. */
export const diagnosticSource = 'Text Twin';

const severities: Readonly<Record<Settings['severity'], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** How findings become diagnostics in one document. */
export interface DiagnosticStyle {
  readonly severity: Settings['severity'];
  readonly relatedInformation: boolean;
  /** Names a document for people. */
  readonly label: (key: string) => string;
}

/** A finding as a client shows it; a copied comment gets a word of its own beside that of its group. */
export function diagnosticsFor(finding: Finding, style: DiagnosticStyle): Diagnostic[] {
  const copied = describeCopied(finding, style.label);
  const descriptions = [describeFinding(finding, style.label), ...(copied ? [copied] : [])];
  const severity = finding.note !== undefined ? noteSeverity(style.severity) : style.severity;
  return descriptions.map((description) => diagnosticFor(description, { ...style, severity }));
}

/** A note is information at most. */
function noteSeverity(severity: Settings['severity']): Settings['severity'] {
  return severity === 'hint' ? 'hint' : 'information';
}

function diagnosticFor(description: FindingDescription, style: DiagnosticStyle): Diagnostic {
  const { start, end, code, message, related, data } = description;
  return {
    range: { start, end },
    severity: severities[style.severity],
    source: diagnosticSource,
    code,
    message,
    data,
    ...(style.relatedInformation && {
      relatedInformation: related.map((place) => ({
        location: { uri: place.uri, range: { start: place.start, end: place.end } },
        message: place.message,
      })),
    }),
  };
}
