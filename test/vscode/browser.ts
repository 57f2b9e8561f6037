import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
} from 'playwright-core';
import { VsCodeWindow } from './pages/window';

/** The browser's own errands are switched off: nothing but VS Code is to be on the network. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How windows look unless it is said otherwise; sizes are in pixels. */
const usual: BrowserContextOptions = {
  viewport: { width: 1280, height: 800 },
  permissions: ['clipboard-read', 'clipboard-write'],
};

/** Starts Chromium without a display. */
export async function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, headless: true, args });
}

/** What windows share among themselves and with no others: what VS Code keeps in the browser. */
export async function openContext(browser: Browser, look = usual): Promise<BrowserContext> {
  return browser.newContext(look);
}

/** Gives `use` a window that shares nothing with other windows; it is closed afterwards. */
export async function withWindow<T>(
  browser: Browser,
  use: (window: VsCodeWindow) => Promise<T>,
  look?: BrowserContextOptions,
): Promise<T> {
  const context = await openContext(browser, look);
  try {
    return await use(new VsCodeWindow(await context.newPage()));
  } finally {
    await context.close();
  }
}
