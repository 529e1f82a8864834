import { makeOmc, OmcClient, type OmcProcess } from '@omc/harness';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './browser/launch-chromium.js';
import { signIn } from './browser/sign-in.js';

const NES = 2_000;
const PATIENTLY = { timeout: 20_000 };
/** How long a key may take until the page is drawn anew, ms; generous, since others use the machine too. */
const STILL_QUICK_MS = 500;

describe('the network view with 2,000 NEs', () => {
  let omc: OmcProcess;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    omc = await makeOmc();
    await omc.start();
    const client = await OmcClient.signIn(omc.url);
    const ids = Array.from({ length: NES }, (_, place) => `eNB-${100_000 + place}`);
    const lines = (of: (id: string, place: number) => object) =>
      ids.map((id, place) => JSON.stringify(of(id, place))).join('\n');
    const send = (path: string, text: string) =>
      client.request('POST', path, text, { 'content-type': 'application/x-ndjson' });
    await send(
      '/api/v1/nes/bulk',
      lines((id) => ({ id, kind: 'snmp', host: '127.0.0.9', port: 9 })),
    );
    await send(
      '/api/v1/topology/bulk',
      lines((ne, place) => ({
        ...{ ne, site: `Site=${place >> 3}`, requires: [[`network//Hub=${place % 40}`]], objects: [] },
      })),
    );
    browser = await launchChromium();
    page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(20_000);
    await signIn(page, omc.url);
  });

  afterAll(async () => {
    await browser?.close();
    await omc?.remove();
  });

  it('opens with a square for each', async () => {
    await page.goto(`${omc.url}/?page=network`);
    await expect.poll(() => page.locator('.ne-cell[href]').count(), PATIENTLY).toBe(NES);
    await page.screenshot({ path: 'test/artifacts/many-nes.png' });
  });

  it('moves among them by the arrows without a wait', async () => {
    await page.locator('.ne-cell[href][tabindex="0"]').focus();
    const slowest = await page.evaluate<number>(`(async () => {
      let slowest = 0;
      for (let step = 0; step < 30; step++) {
        const from = performance.now();
        const key = { key: 'ArrowRight', bubbles: true, cancelable: true };
        document.activeElement.dispatchEvent(new KeyboardEvent('keydown', key));
        await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
        slowest = Math.max(slowest, performance.now() - from);
      }
      return slowest;
    })()`);
    expect(slowest).toBeLessThan(STILL_QUICK_MS);
    const focused = await page.evaluate<number>(
      `[...document.querySelectorAll('.ne-cell[href]')].indexOf(document.activeElement)`,
    );
    expect(focused).toBeGreaterThan(0);
  });

  it('is put together anew by site without a wait that one would notice', async () => {
    const from = Date.now();
    await page.getByRole('button', { name: 'Site', exact: true }).click();
    await page.getByText('Site=249').first().waitFor();
    expect(Date.now() - from).toBeLessThan(10_000);
    await expect.poll(() => page.locator('.ne-cell[href]').count(), PATIENTLY).toBe(NES);
  });
});
