import * as vscode from 'vscode';
import { excerpt } from '../../server/src/core/diagnostics/excerpt';
import { compareRequest } from '../../server/src/protocol';
import type { ComparisonDocuments } from './comparisonDocuments';
import { pickSimilar } from './findSimilar';
import { FirstText, longestText } from './firstText';
import { selectedTexts } from './places';
import type { Server } from './server';
import { describeComparison, diffTitle } from './texts';

/** The command Compare Selection: compares two selected texts, or one after the other. */
export class CompareSelection {
  readonly #server: Server;
  readonly #documents: ComparisonDocuments;
  readonly #first = new FirstText();

  constructor(server: Server, documents: ComparisonDocuments) {
    this.#server = server;
    this.#documents = documents;
  }

  async run(): Promise<void> {
    const decision = this.#first.decide(selectedTexts());
    switch (decision.kind) {
      case 'nothing':
        void vscode.window.showInformationMessage(`Text Twin: ${decision.reason}`);
        return;
      case 'both':
        return this.#compare(decision.a, decision.b);
      case 'remember':
        return this.#offer(decision.text);
    }
  }

  /** Says that a text is remembered, and offers other texts to compare it with at once. */
  async #offer(text: string): Promise<void> {
    const picked = await vscode.window.showInformationMessage(
      `Text Twin: "${excerpt(text, 40)}" is remembered. Select another text and run Compare Selection again, or compare with:`,
      'Clipboard',
      'Similar Passage',
      'Forget',
    );
    // The message may stand there still when its text was compared: its buttons go on to mean what it says.
    const forget = () => (this.#first.text === text ? this.#first.forget() : undefined);
    if (picked === undefined) return;
    if (picked === 'Forget') return forget();
    const second = await this.#second(picked, text);
    if (second === undefined) return;
    forget();
    await this.#compare(text, second);
  }

  async #second(picked: string, text: string): Promise<string | undefined> {
    if (picked === 'Similar Passage') {
      return (await pickSimilar(this.#server, text))?.text;
    }
    const copied = (await vscode.env.clipboard.readText()).slice(0, longestText);
    if (copied.trim() !== '') return copied;
    void vscode.window.showInformationMessage('Text Twin: the clipboard holds no text.');
    return undefined;
  }

  async #compare(a: string, b: string): Promise<void> {
    const result = await this.#server.ask('comparing', compareRequest, { a, b });
    if (!result) return;
    const message = describeComparison(result);
    const picked = await vscode.window.showInformationMessage(
      `Text Twin: ${message}`,
      'Show Diff',
      'Copy Result',
    );
    if (picked === 'Show Diff')
      await this.#documents.diffTexts(a, b, diffTitle(a, b, result.similarity));
    if (picked === 'Copy Result') await vscode.env.clipboard.writeText(message);
  }
}
