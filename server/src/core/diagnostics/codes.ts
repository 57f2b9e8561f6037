import type { TwinKind } from '../twins/twin';

/** What a diagnostic or a SARIF result is about; users and scripts filter by it. */
export type FindingCode = TwinKind | 'copied-comment';
