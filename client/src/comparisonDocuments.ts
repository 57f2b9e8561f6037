import * as vscode from 'vscode';
import { placeFrom } from './places';

/** The scheme of documents that hold compared texts; they are read-only and live in memory. */
const scheme = 'text-twin';
/** How many texts are kept; the oldest ones belong to diffs closed long ago. */
const mostKept = 64;

/** Shows texts side by side in the diff editor. */
export class ComparisonDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);
  #count = 0;

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  /** Opens two texts in the diff editor, under a title. */
  async diffTexts(a: string, b: string, title: string): Promise<void> {
    const [left, right] = [this.#keep(a, 'a'), this.#keep(b, 'b')];
    await vscode.commands.executeCommand('vscode.diff', left, right, title);
  }

  /** Opens the texts at two places in the diff editor: `PlaceArgument`s of the protocol. */
  async diffPlaces(a: unknown, b: unknown): Promise<void> {
    const [left, right] = [placeFrom(a), placeFrom(b)];
    if (!left || !right) return;
    const title = `${nameOf(left)} ↔ ${nameOf(right)}`;
    await this.diffTexts(await textAt(left), await textAt(right), title);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#texts.clear();
  }

  #keep(text: string, side: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme, path: `/${++this.#count}/${side}.txt` });
    this.#texts.set(uri.toString(), text);
    const [oldest] = this.#texts.keys();
    if (this.#texts.size > mostKept && oldest !== undefined) this.#texts.delete(oldest);
    return uri;
  }
}

/** A place by its file's name and its line: a tab has little room. */
function nameOf({ uri, range }: vscode.Location): string {
  return `${uri.path.split('/').at(-1)}:${range.start.line + 1}`;
}

/** The text at a place, without the indentation of its first line: twins are seldom indented alike. */
async function textAt({ uri, range }: vscode.Location): Promise<string> {
  const document = await vscode.workspace.openTextDocument(uri);
  const { text, firstNonWhitespaceCharacterIndex: depth } = document.lineAt(range.start.line);
  return document.getText(range).replaceAll(`\n${text.slice(0, depth)}`, '\n');
}
