import type { Page } from 'playwright-core';
import { pass } from '../measure/pass.js';
import type { PageWatch } from './page-watch.js';

/** Between two interactions, as of somebody quick. */
const PAUSE_MS = 120;

/** Works in the list by keys and mouse for a while, as an operator does in a storm. */
export async function useConsole(page: Page, watch: PageWatch, forMs: number): Promise<void> {
  const until = performance.now() + forMs;
  const press = async (label: string, keys: readonly string[]) => {
    await watch.label(label);
    for (const key of keys) {
      await page.keyboard.press(key);
      await pass(PAUSE_MS);
    }
  };
  while (performance.now() < until) {
    await press('move', ['j', 'j', 'k', 'j']);
    await press('pick', ['x', 'x']);
    await press('open', ['Enter']);
    await pass(400);
    await press('move with details', ['j', 'k']);
    await press('close', ['Escape']);
    await watch.label('press a row');
    await page.mouse.click(700, 400);
    await pass(400);
    await press('acknowledge', ['a']);
    await pass(300);
    await press('close', ['Escape', 'Escape']);
  }
}
