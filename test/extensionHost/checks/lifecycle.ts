import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { until } from '../../vscode/until';
import type { Check, Stage } from '../check';
import { diagnosticsWhen, openEditor } from '../editing';
import { serverProcesses } from '../serverProcesses';

/** The one server that runs, once it is another than `before`. */
async function serverAfter(stage: Stage, before: number): Promise<number> {
  const [server] = await until(
    `one language server, and another than ${before}`,
    () => serverProcesses(stage),
    (found) => found.length === 1 && found[0] !== before,
  );
  return server as number;
}

/** What a process holds on to that must not grow: listeners by event, and open handles by sort. */
function holdings(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const event of process.eventNames()) {
    counts[`on ${String(event)}`] = process.listenerCount(event);
  }
  for (const sort of process.getActiveResourcesInfo().filter((name) => /Process|Pipe/.test(name))) {
    counts[sort] = (counts[sort] ?? 0) + 1;
  }
  return counts;
}

export const restart: Check = {
  name: 'Restart Server ends the server and starts another; nothing piles up',
  async run(stage) {
    const { document } = await openEditor(stage, 'src/gate.ts');
    let server = await serverAfter(stage, 0);
    let before: Record<string, number> = {};
    for (let round = 0; round < 3; round++) {
      await vscode.commands.executeCommand('textTwin.restartServer');
      server = await serverAfter(stage, server);
      await stage.api.ready();
      await diagnosticsWhen(document.uri, 1);
      // What the first restart loads for good is not what piles up.
      if (round === 0) before = holdings();
    }
    await until(
      `no more is held than ${JSON.stringify(before)}`,
      async () => holdings(),
      (now) => Object.entries(now).every(([name, count]) => count <= (before[name] ?? 0)),
    );
  },
};

export const crash: Check = {
  name: 'a server that was killed is started again by itself',
  async run(stage) {
    const { document } = await openEditor(stage, 'src/gate.ts');
    await diagnosticsWhen(document.uri, 1);
    const [server] = await serverProcesses(stage);
    process.kill(server as number, 'SIGKILL');
    await serverAfter(stage, server as number);
    await diagnosticsWhen(document.uri, 1);
  },
};

/** The last check: the extension does not come back in this window. */
export const deactivation: Check = {
  name: 'deactivation leaves nothing: no server, no diagnostics, no output',
  async run(stage) {
    const { document } = await openEditor(stage, 'src/gate.ts');
    await diagnosticsWhen(document.uri, 1);
    // VS Code loads extensions with Node's require: this is the module that runs, not a second one.
    const main = join(stage.extension.extensionPath, 'dist', 'extension.js');
    const { deactivate } = createRequire(main)(main) as { deactivate(): Promise<void> };
    await deactivate();
    await until(
      'no language server',
      () => serverProcesses(stage),
      (found) => found.length === 0,
    );
    assert.equal(stage.api.client.isRunning(), false);
    const left = vscode.languages
      .getDiagnostics()
      .flatMap(([, found]) => found)
      .filter(({ source }) => source === 'Text Twin');
    assert.deepEqual(left, []);
    const showOutput = Promise.resolve(vscode.commands.executeCommand('textTwin.showOutput'));
    await assert.rejects(showOutput, /closed|disposed/i);
  },
};
