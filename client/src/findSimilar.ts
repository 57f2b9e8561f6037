import * as vscode from 'vscode';
import { type SimilarPassageJson, similarRequest } from '../../server/src/protocol';
import { longestText } from './firstText';
import { pickPassage } from './pickPassage';
import { reveal, selectedTexts } from './places';
import type { Server } from './server';

/** How many passages are offered. */
const top = 20;

/** The command Find Similar to Selection: lists the nearest passages and opens the one picked. */
export async function findSimilar(server: Server): Promise<void> {
  const [text] = selectedTexts();
  if (text === undefined) {
    void vscode.window.showInformationMessage('Text Twin: select the text to look for first.');
    return;
  }
  const picked = await pickSimilar(server, text);
  if (picked) await reveal(picked);
}

/** Lets the user pick one of the passages nearest to a text. */
export async function pickSimilar(
  server: Server,
  text: string,
): Promise<SimilarPassageJson | undefined> {
  const params = { text: text.slice(0, longestText), top };
  const found = await server.ask('looking for similar passages', similarRequest, params);
  if (!found) return undefined;
  if (found.length === 0) {
    void vscode.window.showInformationMessage('Text Twin: no passages in this workspace yet.');
    return undefined;
  }
  const picked = await pickPassage('Passages most similar to the selection', found);
  return found.find((passage) => passage === picked);
}
