import * as vscode from 'vscode';
import { placeFrom } from './places';
import { diffTitle } from './texts';

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

  /** Opens two texts in the diff editor. */
  async diffTexts(a: string, b: string, similarity?: number): Promise<void> {
    const [left, right] = [this.#keep(a, 'a'), this.#keep(b, 'b')];
    await vscode.commands.executeCommand('vscode.diff', left, right, diffTitle(a, b, similarity));
  }

  /** Opens the texts at two places in the diff editor: `PlaceArgument`s of the protocol. */
  async diffPlaces(a: unknown, b: unknown): Promise<void> {
    const places = [placeFrom(a), placeFrom(b)];
    const texts = await Promise.all(places.map((place) => place && textAt(place)));
    if (texts[0] !== undefined && texts[1] !== undefined) await this.diffTexts(texts[0], texts[1]);
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

async function textAt({ uri, range }: vscode.Location): Promise<string> {
  return (await vscode.workspace.openTextDocument(uri)).getText(range);
}
