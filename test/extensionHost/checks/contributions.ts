import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { settingDeclarations } from '../../../server/src/settings';
import type { Check } from '../check';

/** The palette's commands, which users' key bindings name. */
const palette: Readonly<Record<string, string>> = {
  'textTwin.compareSelection': 'Compare Selection',
  'textTwin.findSimilar': 'Find Similar to Selection',
  'textTwin.scanWorkspace': 'Scan Workspace',
  'textTwin.showTwins': 'Show Twins',
  'textTwin.nextTwin': 'Go to Next Twin',
  'textTwin.restartServer': 'Restart Server',
  'textTwin.showOutput': 'Show Output',
};

export const identity: Check = {
  name: 'the extension starts by itself, under its own name',
  async run({ extension }) {
    assert.equal(extension.id, 'text-twin.text-twin');
    assert.equal(extension.isActive, true);
  },
};

export const commands: Check = {
  name: 'every command of the palette is registered, under its title',
  async run({ extension }) {
    const registered = new Set(await vscode.commands.getCommands(true));
    const contributed = extension.packageJSON.contributes.commands as readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
    }[];
    const titles = Object.fromEntries(contributed.map(({ command, title }) => [command, title]));
    assert.deepEqual(titles, palette);
    for (const { command, category } of contributed) {
      assert.equal(category, 'Text Twin');
      assert.ok(registered.has(command), `${command} is not registered`);
    }
  },
};

export const defaults: Check = {
  name: 'VS Code knows every setting with the default and the scope that the server declares',
  async run({ extension }) {
    const properties = extension.packageJSON.contributes.configuration.properties;
    const section = vscode.workspace.getConfiguration('textTwin');
    const declared = Object.entries(settingDeclarations);
    for (const [key, declaration] of declared) {
      assert.deepEqual(section.inspect(key)?.defaultValue, declaration.default, key);
      assert.equal(properties[`textTwin.${key}`].scope, declaration.scope, key);
    }
    assert.deepEqual(
      Object.keys(properties).sort(),
      declared.map(([key]) => `textTwin.${key}`).sort(),
    );
  },
};

export const scopes: Check = {
  name: 'a setting of the resource may be set for a folder, one of the window may not',
  async run({ folder }) {
    const { WorkspaceFolder } = vscode.ConfigurationTarget;
    const section = () => vscode.workspace.getConfiguration('textTwin', folder);
    await section().update('minWords', 6, WorkspaceFolder);
    assert.equal(section().inspect('minWords')?.workspaceFolderValue, 6);
    await section().update('minWords', undefined, WorkspaceFolder);
    await assert.rejects(
      Promise.resolve(section().update('trace.server', 'verbose', WorkspaceFolder)),
      /Folder Settings|resource scope/,
    );
  },
};
