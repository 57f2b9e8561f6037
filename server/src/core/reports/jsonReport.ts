import type { Report } from './report';

/** The report as JSON, indented, ending in a line feed. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
