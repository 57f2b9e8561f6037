/** User settings of the throwaway VS Code: nothing on the screen, and on the wire, but what is tested. */
export const settings = {
  'workbench.colorTheme': 'Default Dark Modern',
  // Settings and extensions open as other editors do, not over all else.
  'workbench.editor.useModal': 'off',
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'editor.minimap.enabled': false,
  'diffEditor.wordWrap': 'on',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  // VS Code's own word-based suggestions would take Enter and Tab while a test types.
  'editor.wordBasedSuggestions': 'off',
  'editor.quickSuggestions': { comments: 'off', strings: 'off', other: 'off' },
  // What a test writes is whole.
  'editor.autoClosingBrackets': 'never',
  'editor.autoClosingQuotes': 'never',
  'files.autoSave': 'off',
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
};

/** Options of the server that say the same. */
export const serverOptions = [
  '--disable-telemetry',
  '--disable-update-check',
  '--disable-getting-started-override',
  '--ignore-last-opened',
];

/** The option that trusts every workspace. */
export const trustOptions = ['--disable-workspace-trust'];
