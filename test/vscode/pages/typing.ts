import type { Page } from 'playwright-core';
import { until } from '../until';

/** Script of the page: how long each key takes, in ms, from its press until the changed text is drawn. */
const recorder = `{
  const times = [];
  globalThis.textTwinTimes = times;
  let pressed;
  addEventListener('keydown', () => { pressed = performance.now(); }, true);
  const drawn = () => {
    if (pressed === undefined) return;
    const since = pressed;
    pressed = undefined;
    requestAnimationFrame(() => times.push(performance.now() - since));
  };
  const options = { subtree: true, childList: true, characterData: true };
  const lines = document.querySelector('.editor-instance .view-lines');
  new MutationObserver(drawn).observe(lines, options);
}`;

/** Types key by key into the active editor, and returns how long each took to appear, in ms. */
export async function timeTyping(page: Page, text: string): Promise<readonly number[]> {
  await page.evaluate(recorder);
  const times = async () => (await page.evaluate('globalThis.textTwinTimes')) as number[];
  for (const [index, key] of [...text].entries()) {
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await until(`key ${index + 1} appears`, times, (seen) => seen.length > index);
  }
  return times();
}
