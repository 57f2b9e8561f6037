import assert from 'node:assert/strict';
import type { Journey } from '../journey';

/** A user reads about the extension in VS Code before using it. */
export const extensionPage: Journey = {
  name: "the extension's page shows the README, and no broken picture",
  async run({ window, look }) {
    await window.extensions.open('Text Twin');
    await window.extensions.waitForReadme();
    await look('extension-page');
    assert.equal(await window.extensions.brokenPictures(), 0);
  },
};
