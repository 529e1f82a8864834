import type { AlarmSummary } from '@omc/api';
import { makeOmc, OmcClient, type OmcProcess, PASSWORD } from '@omc/harness';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './browser/launch-chromium.js';
import { Raiser } from './raiser.js';

const ALARMS = 20_000;
const RAISERS = 4;
const EACH = ALARMS / RAISERS;
const NEWCOMERS = 30;
/** Of an interaction, far above what it should take: machines that test are busy with other things. */
const PATIENCE_MS = 5_000;

/** The list while 20,000 alarms are raised and thousands of them change. */
describe('the alarm list in a storm', () => {
  let omc: OmcProcess;
  let client: OmcClient;
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];
  const raisers = Array.from({ length: RAISERS }, (_, n) => new Raiser(`eNB-${n}`));

  beforeAll(async () => {
    omc = await makeOmc({ OMC_RATE_LIMIT: '0' });
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    for (const { ne } of raisers) {
      await client.addNe({ id: ne.id, host: '127.0.0.1', port: await ne.listen() });
      await ne.hears('sync');
    }
    browser = await launchChromium();
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    page = await context.newPage();
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => message.text().startsWith('AG Grid') && problems.push(message.text()));
    page.setDefaultTimeout(30_000);
    await page.goto(omc.url);
    await page.getByLabel('User').fill('admin');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByTestId('connection').getByText('Live').waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    for (const { ne } of raisers) await ne.hangUp(false);
    await omc?.remove();
  });

  const total = async () => Number((await page.getByTestId('total').textContent())?.replaceAll(',', ''));
  const active = async () => (await client.get<AlarmSummary>('/api/v1/alarms/summary')).body.total;

  it('has all of 20,000 alarms', async () => {
    for (const raiser of raisers) raiser.sayAll('fault', 0, EACH);
    for (const raiser of raisers) await raiser.heard();
    await expect.poll(total, { timeout: 60_000 }).toBeGreaterThanOrEqual(ALARMS);
    await page.locator('.ag-row').first().waitFor();
  });

  it('leads through all of them by keys and by the scroll bar, and numbers them', async () => {
    await page.locator('.ag-row .cell-severity').first().click();
    await page.getByTestId('alarm-log').waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('alarm-log').waitFor({ state: 'detached' });
    const all = await total();
    const count = page.locator('[aria-rowcount]');
    await expect.poll(() => count.getAttribute('aria-rowcount')).toBe(String(all + 1));
    await page.keyboard.press('End');
    await expect.poll(() => inSight(page).then((rows) => rows.at(-1)?.place)).toBe(all);
    await page.keyboard.press('k');
    const marked = page.locator('.ag-row-selected');
    await expect.poll(() => marked.getAttribute('aria-rowindex')).toBe(String(all));
    await page.keyboard.press('Home');
    await expect.poll(() => inSight(page).then((rows) => rows[0]?.place)).toBe(1);
    await page.locator('.ag-row-first .ag-cell-focus').waitFor();
    await scrollTo(page, 0.5);
    await expect
      .poll(() => inSight(page).then((rows) => Math.abs((rows[0]?.place ?? 0) - all / 2)))
      .toBeLessThan(20);
    const rows = await inSight(page);
    expect(rows.map(({ place }) => place)).toEqual(rows.map((_row, nth) => (rows[0]?.place ?? 0) + nth));
    // By the wheel, through several windows, with the keyboard in the table.
    await page.keyboard.press('j');
    await expect.poll(() => marked.getAttribute('aria-rowindex')).toBe('3');
    await page.mouse.move(700, 500);
    for (let turn = 0; turn < 20; turn += 1) await page.mouse.wheel(0, 2_000);
    await expect.poll(() => inSight(page).then((seen) => seen[0]?.place)).toBeGreaterThan(1_245);
    await page.keyboard.press('k');
    await expect.poll(() => inSight(page).then((seen) => seen[0]?.place)).toBe(1);
    // From the heads to the rows, of which the marked one is far away.
    await scrollTo(page, 0.5);
    await page.locator('.ag-header-cell[col-id="ne"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('.ag-row[aria-rowindex="2"] [col-id="ne"]:focus').waitFor();
    expect(await marked.getAttribute('aria-rowindex')).toBe('2');
  });

  it('goes by the page on a screen that is very high', async () => {
    await page.setViewportSize({ width: 1440, height: 2_900 });
    await scrollTo(page, 0.5);
    await page.locator('.ag-row .cell-severity').nth(40).click();
    await page.keyboard.press('Escape');
    const first = async () => (await inSight(page))[0]?.place ?? 0;
    for (let turn = 0; turn < 4; turn += 1) {
      const before = await first();
      await page.keyboard.press('PageUp');
      await expect.poll(first).toBeLessThan(before);
      expect(await first()).toBeGreaterThan(before - 200);
      await page.locator('.ag-row .ag-cell:focus').waitFor();
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('keeps the rows that are read where they are while others come in above, and has those when one goes there', async () => {
    await scrollTo(page, 0.25);
    const before = await inSight(page);
    const all = await total();
    const [first] = raisers;
    for (let n = 0; n < NEWCOMERS; n += 1) first?.say(26122, `SatelliteCard=${n}`, 'fault');
    await expect.poll(total, { timeout: 30_000 }).toBeGreaterThanOrEqual(all + NEWCOMERS);
    const places = (rows: readonly RowInSight[]) => rows.map(({ key, top }) => ({ key, top }));
    await expect
      .poll(async () => ((await inSight(page))[0]?.place ?? 0) - (await total()), { timeout: 30_000 })
      .toBe((before[0]?.place ?? 0) - all);
    expect(places(await inSight(page))).toEqual(places(before));
    await page.keyboard.press('Home');
    await expect.poll(() => page.locator('.ag-row-selected').getAttribute('aria-rowindex')).toBe('2');
    expect((await inSight(page))[0]?.place).toBe(1);
    await scrollTo(page, 0.25);
    for (let n = 0; n < NEWCOMERS; n += 1) first?.say(26122, `SatelliteCard=${n}`, 'ok');
    await expect.poll(total, { timeout: 60_000 }).toBeLessThanOrEqual(all);
    await page.mouse.move(700, 500);
    let above: number | undefined;
    await expect
      .poll(
        async () => {
          await page.mouse.wheel(0, -4_000);
          const rows = await inSight(page);
          expect(rows.map(({ place }) => place)).toEqual(
            rows.map((_row, nth) => (rows[0]?.place ?? 0) + nth),
          );
          expect(rows[0]?.place).toBeLessThanOrEqual(above ?? ALARMS);
          above = rows[0]?.place;
          return above;
        },
        { timeout: 60_000, interval: 50 },
      )
      .toBe(1);
  });

  it('answers keys while thousands of them change, and is right in the end', async () => {
    await page.evaluate(watchInteractions);
    for (let round = 0; round < 5; round += 1) {
      for (const raiser of raisers) raiser.sayAll(round % 2 === 0 ? 'ok' : 'fault', 0, 1_000);
      for (const key of ['j', 'j', 'x', 'k', 'x']) await page.keyboard.press(key);
      await page.mouse.wheel(0, 400);
    }
    for (const raiser of raisers) await raiser.heard();
    const durations = (await page.evaluate('window.interactions')) as number[];
    tell(durations);
    expect(durations.length).toBeGreaterThan(0);
    expect(Math.max(...durations)).toBeLessThan(PATIENCE_MS);
    await expect.poll(async () => (await total()) - (await active()), { timeout: 30_000 }).toBe(0);
  });

  it('finds one among them', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('Rru=0-4321-0');
    await expect.poll(() => page.locator('.ag-row').count(), { timeout: 30_000 }).toBe(RAISERS);
    await page.keyboard.press('Enter');
    await page.locator('.ag-row[aria-rowindex="2"] .ag-cell:focus').waitFor();
  });

  it('catches up after a restart of the OMC, in which nothing is missing', async () => {
    await omc.end('SIGKILL');
    await page.getByTestId('connection').getByText('Disconnected').waitFor();
    await omc.start();
    await page.getByTestId('connection').getByText('Live').waitFor();
    expect(await page.locator('.ag-row').count()).toBe(RAISERS);
    const [first] = raisers;
    await first?.ne.hears('hello', 1);
    first?.say(26235, 'Rru=0-4321-0', 'ok');
    await expect.poll(() => page.locator('.ag-row').count(), { timeout: 30_000 }).toBe(RAISERS - 1);
    await expect.poll(async () => (await total()) - (await active()), { timeout: 30_000 }).toBe(0);
  });

  it('made no error of its own meanwhile', () => {
    expect(problems).toEqual([]);
  });
});

interface RowInSight {
  readonly key: string | null;
  /** From the top of the window, pixels. */
  readonly top: number;
  /** Among all rows, from 1. */
  readonly place: number;
}

/** The rows that are wholly in sight, from above. */
function inSight(page: Page): Promise<RowInSight[]> {
  return page.locator('.ag-grid-viewport').evaluate((viewport) => {
    const head = viewport.querySelector('.ag-header');
    const frame = viewport.getBoundingClientRect();
    const begin = head ? head.getBoundingClientRect().bottom : frame.top;
    return [...viewport.querySelectorAll('.ag-row')]
      .map((row) => ({
        key: row.getAttribute('row-id'),
        top: Math.round(row.getBoundingClientRect().top),
        place: Number(row.getAttribute('aria-rowindex')) - 1,
        bottom: row.getBoundingClientRect().bottom,
      }))
      .filter(({ top, bottom }) => top >= begin - 1 && bottom <= frame.bottom)
      .sort((a, b) => a.top - b.top)
      .map(({ key, top, place }) => ({ key, top, place }));
  });
}

/** Drags the list to a part of its height, and lets it draw. */
async function scrollTo(page: Page, part: number): Promise<void> {
  await page.locator('.ag-grid-viewport').evaluate(async (viewport, to) => {
    viewport.scrollTop = (viewport.scrollHeight - viewport.clientHeight) * to;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }, part);
}

/** Prints how long interactions took: what that is on a calm machine is for whoever reads it to judge. */
function tell(durations: readonly number[]): void {
  const sorted = [...durations].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)];
  console.info(`${sorted.length} interactions in the storm: median ${median} ms, worst ${sorted.at(-1)} ms`);
}

/** In the page: how long each interaction took from the key to the next frame, ms. */
function watchInteractions(): void {
  const held: { interactions?: number[] } = window as never;
  const durations: number[] = [];
  held.interactions = durations;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) durations.push(entry.duration);
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
}
