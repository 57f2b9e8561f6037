/** A deliberate fault in the extension's source, and the journey that is to notice it. */
export interface Mutation {
  /** What is promised and broken. */
  readonly promise: string;
  readonly file: string;
  /** Must stand in the file once. */
  readonly from: string;
  readonly to: string;
  /** A regular expression for the name of the journey. */
  readonly caughtBy: string;
}

const lsp = 'server/src/lsp';
const client = 'client/src';

/** A fault for each promise that the journeys keep watch over. */
export const mutations: readonly Mutation[] = [
  {
    promise: 'findings are marked',
    file: `${lsp}/diagnosticsFeature.ts`,
    from: '.findings(key)',
    to: '.findings(key).slice(0, 0)',
    caughtBy: 'opening a workspace',
  },
  {
    promise: 'Problems leads to the other place',
    file: `${lsp}/diagnostics.ts`,
    from: '...(style.relatedInformation && {',
    to: '...(style.relatedInformation === undefined && {',
    caughtBy: 'opening a workspace',
  },
  {
    promise: 'progress is shown',
    file: `${lsp}/status.ts`,
    from: 'const status = statusOf(this.#session);',
    to: "const status = statusOf(this.#session);\n    if (status.state !== 'ready') return;",
    caughtBy: 'opening a workspace',
  },
  {
    promise: 'typing is followed',
    file: `${lsp}/changes.ts`,
    from: "session.whenRun(key, ['onType'], () => scheduler.scheduleAfterPause(key));",
    to: '',
    caughtBy: 'writing what another file says',
  },
  {
    promise: 'a warning goes when its reason goes',
    file: `${lsp}/diagnosticsFeature.ts`,
    from: 'if (isKnown && told === before)',
    to: 'if (before && isKnown)',
    caughtBy: 'writing what another file says',
  },
  {
    promise: 'deleted files are forgotten',
    file: `${lsp}/changes.ts`,
    from: 'const gone = session.files.within(key);',
    to: 'const gone = session.files.within(key).slice(0, 0);',
    caughtBy: 'deleting the twin',
  },
  {
    promise: 'renamed files are found again',
    file: `${lsp}/changes.ts`,
    from: 'if (isRead && !session.settings.latestOf(key).excludes(key)) session.walkSoon();',
    to: '',
    caughtBy: 'renaming the twin',
  },
  {
    promise: 'settings count at once',
    file: `${lsp}/changes.ts`,
    from: 'session.settings.push(params?.settings);\n    session.reloadSettings();',
    to: 'session.settings.push(params?.settings);',
    caughtBy: 'changing the sensitivity',
  },
  {
    promise: 'a passage can be ignored',
    file: `${lsp}/ignorePassage.ts`,
    from: "const directive = 'text-twin-ignore-next';",
    to: "const directive = 'text-twin-ignore-nothing';",
    caughtBy: 'Ignore this passage',
  },
  {
    promise: 'a group can be ignored',
    file: `${lsp}/session.ts`,
    from: 'return findings.filter(({ groupId }) => !ignoredGroups.has(groupId));',
    to: 'return findings.filter(({ groupId }) => groupId || !ignoredGroups.has(groupId));',
    caughtBy: 'Ignore this group',
  },
  {
    promise: 'what is ignored is saved',
    file: `${client}/saveSettingsFile.ts`,
    from: 'await (await vscode.workspace.openTextDocument(uri)).save();',
    to: 'await vscode.workspace.openTextDocument(uri);',
    caughtBy: 'Ignore this group',
  },
  {
    promise: 'two selections are compared',
    file: `${client}/firstText.ts`,
    from: "if (b !== undefined) return { kind: 'both', a, b };",
    to: '',
    caughtBy: 'two texts that are selected at once',
  },
  {
    promise: 'a first selection is remembered',
    file: `${client}/firstText.ts`,
    from: 'this.#text = a;',
    to: '',
    caughtBy: 'Compare Selection remembers',
  },
  {
    promise: 'a difference can be looked at',
    file: `${client}/comparisonDocuments.ts`,
    from: "return this.#texts.get(uri.toString()) ?? '';",
    to: "return this.#texts.get(uri.path) ?? '';",
    caughtBy: 'Compare Selection remembers',
  },
  {
    promise: 'an empty selection is answered',
    file: `${client}/compareSelection.ts`,
    from: "case 'nothing':\n",
    to: "case 'nothing':\n        return;\n",
    caughtBy: 'without a selection',
  },
  {
    promise: 'different facts are named',
    file: `${client}/texts.ts`,
    from: 'if (differsIn !== undefined)',
    to: "if (differsIn === '')",
    caughtBy: 'name the fact',
  },
  {
    promise: 'Find Similar lists the nearest first',
    file: `${client}/findSimilar.ts`,
    from: "'Passages most similar to the selection', found)",
    to: "'Passages most similar to the selection', [...found].reverse())",
    caughtBy: 'Show Twins and Find Similar',
  },
  {
    promise: 'Show Twins opens what is picked',
    file: `${client}/showTwins.ts`,
    from: 'if (passage) await reveal(passage);',
    to: '',
    caughtBy: 'Show Twins and Find Similar',
  },
  {
    promise: 'Go to Next Twin goes on',
    file: `${client}/groupAt.ts`,
    from: '(members.indexOf(member) + 1)',
    to: 'members.indexOf(member)',
    caughtBy: 'Go to Next Twin goes there',
  },
  {
    promise: 'Scan Workspace tells what it found',
    file: `${client}/texts.ts`,
    from: 'return `${countOf(files',
    to: "return groups ? '' : `${countOf(files",
    caughtBy: 'Scan Workspace tells',
  },
  {
    promise: 'the server can be restarted',
    file: `${client}/server.ts`,
    from: "this.#client.warn('Stopping the server failed', error);\n    }\n    await this.start();",
    to: "this.#client.warn('Stopping the server failed', error);\n    }",
    caughtBy: 'Scan Workspace tells',
  },
  {
    promise: 'folders are told apart',
    file: `${lsp}/folders.ts`,
    from: 'this.#folders.length > 1',
    to: 'this.#folders.length > 9',
    caughtBy: 'several folders',
  },
  {
    promise: 'untitled files count',
    file: `${client}/documentSelector.ts`,
    from: "['file', 'untitled', 'vscode-vfs']",
    to: "['file', 'vscode-vfs']",
    caughtBy: 'an untitled file',
  },
  {
    promise: 'Markdown counts',
    file: `${client}/documentSelector.ts`,
    from: "  'markdown',\n",
    to: '',
    caughtBy: 'Markdown is compared',
  },
  {
    promise: 'cells of notebooks count',
    file: `${lsp}/capabilities.ts`,
    from: "notebookDocumentSync: { notebookSelector: [{ notebook: '*' }], save: true },",
    to: '',
    caughtBy: 'a notebook',
  },
  {
    promise: 'a notebook and its file count once',
    file: `${lsp}/documentFeed.ts`,
    from: 'if (this.#documents.isNotebook(key)) return undefined;',
    to: '',
    caughtBy: 'a notebook',
  },
  {
    promise: 'edits come before the index',
    file: `${lsp}/scheduler.ts`,
    from: 'if (due.length > 0) {',
    to: 'if (due.length > 0 && this.#background.size === 0) {',
    caughtBy: 'typing stays quick',
  },
  {
    promise: 'the traffic can be seen',
    file: `${client}/traceChannel.ts`,
    from: "!== 'off'",
    to: "=== 'nothing'",
    caughtBy: 'trace.server',
  },
  {
    promise: 'no error is logged',
    file: `${lsp}/session.ts`,
    from: 'this.log.info(`Model',
    to: 'this.log.error(`Model',
    caughtBy: 'have logged no error',
  },
  {
    promise: 'an untrusted workspace is served',
    file: 'package.json',
    from: '"untrustedWorkspaces": {\n      "supported": true',
    to: '"untrustedWorkspaces": {\n      "supported": false',
    caughtBy: 'Restricted Mode',
  },
  {
    promise: 'a killed server comes back',
    file: `${client}/languageClient.ts`,
    from: 'revealOutputChannelOn: RevealOutputChannelOn.Never,',
    to: 'revealOutputChannelOn: RevealOutputChannelOn.Never,\n      errorHandler: { error: () => ({ action: 1 }), closed: () => ({ action: 1 }) },',
    caughtBy: 'a killed server',
  },
  {
    promise: 'enabled again, it starts by itself',
    file: 'package.json',
    from: '"onStartupFinished"',
    to: '"onCommand:textTwin.scanWorkspace"',
    caughtBy: 'disabling the extension',
  },
];
