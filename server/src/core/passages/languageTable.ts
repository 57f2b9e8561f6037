import type { Candidate } from './candidate';
import { notebookReader } from './dialects/notebook';
import { C_FAMILY } from './languageTables/cFamily';
import { DATA } from './languageTables/data';
import { DOCUMENTS } from './languageTables/documents';
import { FUNCTIONAL } from './languageTables/functional';
import { SCRIPTS } from './languageTables/scripts';
import type { CommentScanner } from './scanning/comment';

/** One language: how to know its files and how to read them. */
export interface Language {
  /** VS Code language id. */
  readonly id: string;
  /** Ends of file names, lower case, with the dot. */
  readonly extensions: readonly string[];
  /** Whole file names, lower case. */
  readonly names?: readonly string[];
  readonly dialect: Dialect;
}

/** A language is code with comments, or prose itself. */
export type Dialect =
  | { readonly comments: CommentScanner; readonly docAbove?: RegExp }
  | { readonly prose: (source: string) => Candidate[] };

/** Notebooks hold cells in other languages, those of this table. */
const JUPYTER: Language = {
  id: 'jupyter',
  extensions: ['.ipynb'],
  dialect: { prose: notebookReader((id) => LANGUAGES.find((row) => row.id === id)?.dialect) },
};

/** Every language that is read. */
export const LANGUAGES: readonly Language[] = [
  ...C_FAMILY,
  ...SCRIPTS,
  ...FUNCTIONAL,
  ...DATA,
  ...DOCUMENTS,
  JUPYTER,
];
