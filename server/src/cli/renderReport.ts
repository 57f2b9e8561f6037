import { renderHtml } from '../core/reports/htmlReport';
import { renderJson } from '../core/reports/jsonReport';
import { coloured, plain } from '../core/reports/palette';
import type { Report } from '../core/reports/report';
import { renderSarif, type SarifLevel } from '../core/reports/sarifReport';
import { renderText } from '../core/reports/textReport';
import type { Settings } from '../settings';
import type { ScanOptions } from './commands/scanOptions';
import type { Gathered } from './scanning/gather';
import { isColourful, type Terminal } from './terminal';

/** What the formats need beside the report. */
export interface RenderContext {
  readonly gathered: Pick<Gathered, 'severity' | 'failures'>;
  /** Groups left out because a baseline has them. */
  readonly known: number;
  readonly options: Pick<ScanOptions, 'format' | 'output' | 'verbose'>;
  readonly terminal: Terminal;
  readonly version: string;
}

const LEVELS: Readonly<Record<Settings['severity'], SarifLevel>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

const RENDERERS: Readonly<
  Record<ScanOptions['format'], (report: Report, context: RenderContext) => string>
> = {
  text: (report, { known, options, terminal }) => {
    const isScreen = options.output === undefined && isColourful(terminal.stdout, terminal.env);
    return renderText(report, {
      palette: isScreen ? coloured : plain,
      columns: terminal.stdout.columns ?? 100,
      verbose: options.verbose,
      known,
    });
  },
  json: (report) => renderJson(report),
  sarif: (report, { gathered, version }) =>
    renderSarif(report, {
      toolVersion: version,
      level: LEVELS[gathered.severity],
      complete: gathered.failures.length === 0,
    }),
  html: (report, { known }) => renderHtml(report, known),
};

/** The report in the format that was asked for. */
export function renderReport(report: Report, context: RenderContext): string {
  return RENDERERS[context.options.format](report, context);
}
