import { mkdir } from 'node:fs/promises';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './browser/launch-chromium.js';
import { hostile, type LivelyOmc, startLivelyOmc } from './browser/lively-omc.js';
import { signIn } from './browser/sign-in.js';
import { violationsOf } from './browser/violations-of.js';

const ARTIFACTS = 'test/artifacts/every-page';
/** As many pages as there were when this was written: the rail may only get longer. */
const LEAST_PAGES = 14;
/** Pixels; what axe finds does not depend on more room, and takes long where there is much. */
const WIDE = 2000;

/** How somebody looks at the console: narrow in each theme and each language, and wide. */
const dresses = [
  { theme: 'light', language: 'en', width: 1280, height: 800 },
  { theme: 'dark', language: 'zh', width: 1280, height: 800 },
  { theme: 'dark', language: 'en', width: 3840, height: 2160 },
] as const;

/** Opens every page that the rail and the user menu lead to, so that none is forgotten, and looks for what is wrong. */
describe('every page of the console', () => {
  let lively: LivelyOmc;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const troubles: string[] = [];

  beforeAll(async () => {
    await mkdir(ARTIFACTS, { recursive: true });
    lively = await startLivelyOmc();
    browser = await launchChromium();
    context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await signIn(page, lively.omc.url);
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (said) => said.type() === 'error' && troubles.push(said.text()));
  });

  afterAll(async () => {
    await browser?.close();
    await lively?.stop();
  });

  it.each(dresses)('is in order: $theme, $language, $width pixels wide', async (dress) => {
    const { theme, language, width, height } = dress;
    await page.setViewportSize({ width, height });
    await context.newCDPSession(page).then((devtools) =>
      devtools.send('Emulation.setDeviceMetricsOverride', {
        ...{ width, height, mobile: false },
        // The layout of a wide screen, in pixels that are quickly painted without a graphics card.
        deviceScaleFactor: width > WIDE ? 0.5 : 1,
      }),
    );
    await page.evaluate(`localStorage.setItem('omc.theme', '${theme}')`);
    await page.evaluate(`localStorage.setItem('omc.language', '${language}')`);
    const addresses = await addressesOf(page);
    expect(addresses.length).toBeGreaterThan(LEAST_PAGES);
    for (const [place, address] of addresses.entries()) {
      if (place < addresses.length - 1) await linksOf(page).nth(place).click();
      else await page.goto(lively.omc.url + address);
      await drawn(page);
      const name = /page=(\w+)/.exec(address)?.[1] ?? 'alarms';
      await page.screenshot({ path: `${ARTIFACTS}/${name}-${theme}-${language}-${width}.png` });
      const wrong = [...(width > WIDE ? [] : await violationsOf(page)), ...troubles.splice(0)];
      expect([address, ...wrong]).toEqual([address]);
      expect([address, await page.evaluate('window.owned')]).toEqual([address, undefined]);
      const across = await page.evaluate<number>('document.documentElement.scrollWidth');
      expect([address, across <= width]).toEqual([address, true]);
      expect([address, await hiddenColumns(page)]).toEqual([address, 0]);
    }
  });

  it('shows what was hostile as the text that it is', async () => {
    await page.evaluate(`localStorage.setItem('omc.language', 'en')`);
    await page.goto(`${lively.omc.url}/?page=shelves`);
    await page.locator('.ag-row').getByText(hostile).first().waitFor();
    await page.goto(`${lively.omc.url}/?page=traps`);
    await page.locator('.ag-row').first().click();
    await page.getByTestId('trap-detail').getByText(hostile).first().waitFor();
    expect(await page.evaluate('window.owned')).toBeUndefined();
  });
});

function linksOf(page: Page): Locator {
  return page.locator('nav.rail a');
}

/** How many pixels of a table lie beyond its edge: a column there is one that nobody looks at. */
function hiddenColumns(page: Page): Promise<number> {
  return page.evaluate<number>(`Math.max(0, ...[...document.querySelectorAll('.ag-body-horizontal-scroll-viewport')]
    .map((table) => table.scrollWidth - table.clientWidth))`);
}

async function addressesOf(page: Page): Promise<string[]> {
  await page.goto(new URL('/', page.url()).href);
  await page.locator('nav.rail a').first().waitFor();
  const rail = await linksOf(page).evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  return [...rail, '/?page=account'];
}

/** Waits until the page is there, and nothing on it says that it is loading. */
async function drawn(page: Page): Promise<void> {
  await page.locator('main#content > :not(.shelf-banner)').first().waitFor();
  await expect.poll(() => page.locator('main .anticon-loading').count(), { timeout: 20_000 }).toBe(0);
  await page.getByTestId('connection').and(page.locator('[data-state=connected]')).waitFor();
}
