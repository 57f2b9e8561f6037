import * as vscode from 'vscode';
import { excerpt } from '../../server/src/core/diagnostics/excerpt';
import { showSimilarity } from '../../server/src/core/diagnostics/similarityText';
import type { PassageJson, SimilarPassageJson } from '../../server/src/protocol';
import { reveal } from './places';
import { describePlace } from './texts';

interface PassageItem extends vscode.QuickPickItem {
  readonly passage: PassageJson;
}

/**
 * Lets the user pick a passage from a list; the one under the cursor is shown in a preview meanwhile, and what
 * was open before comes back when the list is left without a choice.
 */
export async function pickPassage(
  title: string,
  passages: readonly PassageJson[],
): Promise<PassageJson | undefined> {
  const before = vscode.window.activeTextEditor;
  const previews: Promise<void>[] = [];
  const picked = await vscode.window.showQuickPick<PassageItem>(passages.map(itemFor), {
    title,
    matchOnDescription: true,
    matchOnDetail: true,
    onDidSelectItem: (item: PassageItem) => void previews.push(reveal(item.passage, true)),
  });
  // One that still opens would come to the front of what is shown next.
  await Promise.allSettled(previews);
  if (!picked && before) {
    await vscode.window.showTextDocument(before.document, {
      viewColumn: before.viewColumn ?? vscode.ViewColumn.Active,
      selection: before.selection,
    });
  }
  return picked?.passage;
}

function itemFor(passage: PassageJson | SimilarPassageJson): PassageItem {
  const fact = 'differsIn' in passage ? `, differs in: ${passage.differsIn}` : '';
  return {
    label: describePlace(passage),
    description: `similarity ${showSimilarity(passage.similarity)}, ${passage.kind}${fact}`,
    detail: excerpt(passage.text, 200),
    passage,
  };
}
