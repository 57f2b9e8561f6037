import * as vscode from 'vscode';

/** Sets settings of the workspace, by their names without the prefix, while `act` runs. */
export async function withSettings(
  settings: Readonly<Record<string, unknown>>,
  act: () => Promise<void>,
): Promise<void> {
  const set = async (value: (key: string) => unknown) => {
    for (const key of Object.keys(settings)) {
      const section = vscode.workspace.getConfiguration('textTwin');
      await section.update(key, value(key), vscode.ConfigurationTarget.Workspace);
    }
  };
  await set((key) => settings[key]);
  try {
    await act();
  } finally {
    await set(() => undefined);
  }
}
