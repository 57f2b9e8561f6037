import type { ServerStatus } from '../../server/src/protocol';
import { countOf } from './texts';

/** What the status bar shows. Icons are VS Code's, written `$(name)`. */
export interface StatusText {
  readonly text: string;
  readonly tooltip: string;
  readonly isError: boolean;
}

/** The status bar's words for a state of the server; `undefined` while it does not run. */
export function statusText(status: ServerStatus | undefined): StatusText {
  if (!status)
    return { text: '$(circle-slash) Twins', tooltip: 'Text Twin is not running', isError: false };
  const { state, done, total, groups, message } = status;
  switch (state) {
    case 'starting':
      return {
        text: '$(loading~spin) Twins',
        tooltip: 'Text Twin: loading the model',
        isError: false,
      };
    case 'indexing': {
      const share = total === 0 ? '' : ` ${Math.floor((100 * done) / total)}%`;
      const tooltip = `Text Twin: reading the workspace, ${done} of ${countOf(total, 'file')}`;
      return { text: `$(loading~spin) Twins${share}`, tooltip, isError: false };
    }
    case 'error':
      return {
        text: '$(error) Twins',
        tooltip: `Text Twin: ${message ?? 'failed'}`,
        isError: true,
      };
    case 'ready':
      return { text: `$(copy) ${groups}`, tooltip: readyTooltip(status), isError: false };
  }
}

function readyTooltip({ groups, passages, skipped, model, backend }: ServerStatus): string {
  const found = `${countOf(groups, 'group of twins', 'groups of twins')} in ${countOf(passages, 'passage')}`;
  const left =
    skipped === 0 ? '' : `\n${countOf(skipped, 'file')} skipped, Scan Workspace tells which`;
  return `Text Twin: ${found}${left}\nModel ${model} on ${backend}`;
}
