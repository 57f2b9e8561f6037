import { parse } from 'jsonc-parser';
import * as vscode from 'vscode';
import type { ConfiguredLanguage } from '../../server/src/protocol';
import { readLanguages } from './documentSelector';

/** Languages of data, of logs and of editors' own views: what they call comments is no prose. */
const UNREAD = new Set(
  'json jsonc jsonl snippets log Log diff git-commit git-rebase ignore search-result code-text-binary code-runner-output instructions prompt chatagent skill csv'.split(
    ' ',
  ),
);

interface Contribution {
  readonly id?: unknown;
  readonly extensions?: unknown;
  readonly filenames?: unknown;
  readonly configuration?: unknown;
}

interface Configuration {
  readonly comments?: Pick<ConfiguredLanguage, 'lineComment' | 'blockComment'> | null;
}

/**
 * The comments of every language that the installed extensions tell VS Code of and that the server does not read by
 * itself. What cannot be read is passed over: the server checks the rest.
 */
export async function configuredLanguages(): Promise<ConfiguredLanguage[]> {
  const known = new Set([...readLanguages, ...UNREAD]);
  const contributed = vscode.extensions.all.flatMap(({ extensionUri, packageJSON }) =>
    listOf(packageJSON?.contributes?.languages).map((language: Contribution) => ({
      extensionUri,
      language,
    })),
  );
  const found = new Map<string, ConfiguredLanguage>();
  await Promise.all(
    contributed.map(async ({ extensionUri, language }) => {
      const { id, configuration } = language;
      if (typeof id !== 'string' || known.has(id) || typeof configuration !== 'string') return;
      const comments = await readComments(vscode.Uri.joinPath(extensionUri, configuration));
      if (comments) found.set(id, { ...comments, id, extensions: [], filenames: [] });
    }),
  );
  // Another extension may add endings to a language that one has told the comments of.
  return [...found.values()].map((language) => {
    const same = contributed.filter((other) => other.language.id === language.id);
    return {
      ...language,
      extensions: same.flatMap((other) => textsOf(other.language.extensions)),
      filenames: same.flatMap((other) => textsOf(other.language.filenames)),
    };
  });
}

async function readComments(file: vscode.Uri): Promise<Configuration['comments']> {
  try {
    const bytes = await vscode.workspace.fs.readFile(file);
    const read = parse(new TextDecoder().decode(bytes)) as Configuration | undefined;
    return read?.comments;
  } catch {
    return undefined;
  }
}

function listOf(value: unknown): readonly Contribution[] {
  return Array.isArray(value) ? value : [];
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
