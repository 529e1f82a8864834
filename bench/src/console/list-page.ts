import { PASSWORD } from '@omc/harness';
import type { Page } from 'playwright-core';
import { pass } from '../measure/pass.js';
import type { Percentiles } from '../measure/percentiles.js';
import { rounded } from '../measure/rounded.js';
import type { PageWatch } from './page-watch.js';

/** Wheel events of one stretch of scrolling, and how far each goes. */
const TURNS = 60;
const TURN_PX = 120;
const FRAME_MS = 16;

/** Signs in by the form, and waits for the first rows. */
export async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByLabel('User').fill('admin');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('.ag-row').first().waitFor();
}

/** In the page, from its very beginning: when the first frame with rows in it had been drawn, ms from the navigation on. */
const FIRST_ROWS = `new MutationObserver((_changes, observer) => {
  if (!document.querySelector('.ag-row .ag-cell')) return;
  observer.disconnect();
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (window.firstRowsAt = performance.now());
    port2.postMessage(null);
  });
}).observe(document, { childList: true, subtree: true })`;

/** Opens the page anew; gives milliseconds until its first rows are seen, and until all alarms are there. */
export async function openAnew(page: Page): Promise<{ readonly rowsMs: number; readonly allMs: number }> {
  await page.addInitScript(FIRST_ROWS);
  const startedAt = performance.now();
  await page.reload({ waitUntil: 'commit' });
  // How many are there so far is told until all are.
  await page.locator('[data-testid="shown"]:not(:empty)').waitFor();
  await page.locator('[data-testid="shown"]:empty').waitFor({ state: 'attached', timeout: 300_000 });
  const allMs = rounded(performance.now() - startedAt);
  return { rowsMs: rounded(Number(await page.evaluate('window.firstRowsAt'))), allMs };
}

/** Scrolls down by the wheel and up again; gives the milliseconds from frame to frame. */
export async function scroll(page: Page, watch: PageWatch): Promise<Percentiles> {
  await page.mouse.move(700, 500);
  const frames = await watch.framesDuring(async () => {
    for (let turn = 0; turn < TURNS; turn++) {
      await page.mouse.wheel(0, TURN_PX);
      await pass(FRAME_MS);
    }
  });
  await page.mouse.wheel(0, -TURNS * TURN_PX);
  await pass(500);
  return frames;
}
