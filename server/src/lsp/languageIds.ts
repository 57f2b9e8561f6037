import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { languageById, languageOf } from '../core/passages/languages';
import { nameOf } from './uris';

/**
 * The language of an open document. The client's id counts where it is one of ours, as users may map files to
 * languages; editors other than VS Code have ids of their own (`text`, `sh`, `cs`), and then the file's name
 * tells. A part of a file, such as a notebook's cell, has no name to tell it by.
 */
export function languageIdOf({
  languageId,
  uri,
}: Pick<TextDocument, 'languageId' | 'uri'>): string {
  if (languageById(languageId) || URI.parse(uri).fragment !== '') return languageId;
  return languageOf(nameOf(uri)) ?? languageId;
}
