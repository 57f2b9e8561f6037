import assert from 'node:assert/strict';
import type { Journey } from '../journey';
import { axeScript } from '../pages/axe';

/** A user reads about the extension in VS Code before using it. */
export const extensionPage: Journey = {
  name: "the extension's page shows the README, no broken picture, and no fault that axe-core finds",
  async run({ window, look }) {
    await window.extensions.open('Text Twin');
    await window.extensions.waitForReadme();
    await look('extension-page');
    assert.equal(await window.extensions.brokenPictures(), 0);
    assert.deepEqual(await window.extensions.accessibilityFaults(await axeScript()), []);
  },
};
