import assert from 'node:assert/strict';
import type { Journey } from '../journey';
import { until } from '../until';
import { settingsFile, writeSettings } from './settingsFile';

const planted = 'services/routing/cutoff.go';

/** The server dies, as programs do. */
export const serverKilled: Journey = {
  name: 'a killed server is restarted, the status bar says so, and twins are found again',
  async run({ host, window, look }) {
    await window.statusBar.waitForReady();
    const [pid] = await host.languageServers();
    assert.ok(pid, 'the language server runs');
    const known = (await window.statusBar.history()).length;
    process.kill(pid, 'SIGKILL');
    await until(
      'another language server',
      () => host.languageServers(),
      (pids) => pids.length > 0 && !pids.includes(pid),
    );
    await window.statusBar.waitForReady(known);
    const since = (await window.statusBar.history()).slice(known);
    assert.match(since[0] ?? '', /not running|loading the model|reading the workspace/);
    await window.editor.open(planted);
    await window.editor.waitForSquiggles(true);
    await look('server-killed');
  },
};

/** A user turns the extension off and on again. */
export const disabling: Journey = {
  name: 'disabling the extension takes all of it away, enabling it brings it back',
  async run({ window, host, look }) {
    await window.statusBar.waitForReady();
    await window.editor.open(planted);
    await window.editor.waitForSquiggles(true);
    await window.extensions.open('Text Twin');
    await window.extensions.press('Disable');
    // Which of them is offered depends on the version, and on what happened in the window before.
    await window.extensions.press(/^(Restart Extensions|Reload Window)$/);
    await until(
      'no item in the status bar',
      () => window.statusBar.isShown(),
      (shown) => !shown,
    );
    await until(
      'no server',
      () => host.languageServers(),
      (pids) => pids.length === 0,
    );
    await window.editor.open(planted);
    await window.editor.waitForSquiggles(false);
    await look('disabled');

    await window.extensions.open('Text Twin');
    await window.extensions.press('Enable');
    await until('an item in the status bar', () => window.statusBar.isShown(), Boolean);
    await window.editor.open(planted);
    await window.editor.waitForSquiggles(true);
  },
};

/** A user wants to see what client and server say to each other. */
export const tracing: Journey = {
  name: 'textTwin.trace.server shows the traffic in the output',
  files: settingsFile,
  async run({ window, look }) {
    await window.statusBar.waitForReady();
    await writeSettings(window, { 'textTwin.trace.server': 'messages' });
    await window.editor.open(planted);
    await window.output.show();
    await window.output.waitFor('textDocument/');
    await look('trace');
    await writeSettings(window, {});
  },
};
