import { mkdir } from 'node:fs/promises';
import { makeOmc, OmcClient, type OmcProcess, PASSWORD, until } from '@omc/harness';
import { SimulatedElement } from '@omc/simulator';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './browser/launch-chromium.js';
import { startNightScene } from './browser/night-scene.js';
import { violationsOf } from './browser/violations-of.js';

const ARTIFACTS = 'test/artifacts/list';
const PATIENTLY = { timeout: 10_000 };
const S1 = 29201;

/** The alarm list at work: facets, saved views, what is done to many alarms by the keyboard. */
describe('the alarm list', () => {
  let omc: OmcProcess;
  let client: OmcClient;
  let element: SimulatedElement;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    await mkdir(ARTIFACTS, { recursive: true });
    omc = await makeOmc({ OMC_HANDSHAKE_INTERVAL_S: '0.5', OMC_RATE_LIMIT: '0' });
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    element = new SimulatedElement({ id: 'eNB-100001' });
    await element.start();
    await client.addNe({ id: element.id, host: '127.0.0.1', port: element.port });
    const topology = { site: 'Site=1', subnet: 'Subnet=1', objects: [] };
    await client.request('PUT', `/api/v1/nes/${element.id}/topology`, topology);
    await until('the link', () => element.isConnected);
    for (let n = 0; n < 6; n += 1)
      element.report({ object: `S1Interface=${n}`, alarmId: S1, state: 'fault' });
    element.report({ object: 'SatelliteCard=0', alarmId: 26122, state: 'fault' });
    await until('the alarms', async () => (await client.alarms()).length === 7);
    browser = await launchChromium();
    context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
    page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => message.text().startsWith('AG Grid') && problems.push(message.text()));
    await page.goto(omc.url);
    await page.getByLabel('User').fill('admin');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByTestId('connection').getByText('Live').waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    await element?.stop();
    await omc?.remove();
  });

  const rows = () => page.locator('.ag-row');
  const count = () => expect.poll(() => rows().count(), PATIENTLY);
  const toast = () => page.getByTestId('toast');
  const acknowledged = async () => (await client.alarms('?ack=acknowledged')).length;

  it('narrows by the values of facets, each with its number, and by chips widens again', async () => {
    await count().toBe(7);
    await page.getByRole('button', { name: 'Type', exact: true }).click();
    const panel = page.getByTestId('facet-alarmId');
    await panel.getByText('S1 Interface Fault').waitFor();
    expect(await panel.locator('li').first().textContent()).toMatch(/S1 Interface Fault.*6$/);
    await page.screenshot({ path: `${ARTIFACTS}/facet.png` });
    await panel.getByLabel('GPS Locked Satellites').check();
    await count().toBe(1);
    expect(page.url()).toContain('alarmId=26122');
    await panel.getByLabel('S1 Interface Fault').check();
    await count().toBe(7);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /Remove filter Type: S1/ }).click();
    await count().toBe(1);
    await page.getByRole('button', { name: /Remove filter Type: GPS/ }).click();
    await count().toBe(7);
  });

  it('acknowledges many by the keyboard alone, and takes that back', async () => {
    await page.getByRole('columnheader', { name: 'Object' }).click();
    for (let n = 0; n < 3; n += 1) {
      await page.keyboard.press('j');
      await page.keyboard.press('x');
    }
    await page.getByTestId('bulk-bar').getByText('3 selected').waitFor();
    await page.screenshot({ path: `${ARTIFACTS}/bulk.png` });
    await page.keyboard.press('a');
    await toast().getByText('3 acknowledged.').waitFor();
    expect(await acknowledged()).toBe(3);
    await toast().getByRole('button', { name: 'Undo' }).click();
    await toast().getByText('3 acknowledgements are taken back.').waitFor();
    expect(await acknowledged()).toBe(0);
    await page.keyboard.press('Escape');
    await page.getByTestId('bulk-bar').waitFor({ state: 'detached' });
  });

  it('tells what somebody else has changed, and does not overwrite it', async () => {
    await rows().first().locator('.pick').check();
    const [alarm] = await client.alarms('?q=S1Interface%3D0');
    await page.route('**/alarms/actions', async (route) => {
      // Somebody is quicker: between the key and the OMC.
      await client.post(`/api/v1/alarms/${alarm?.id}/acknowledge`, {});
      await route.continue();
    });
    await rows().filter({ hasText: 'S1Interface=0' }).locator('.pick').check();
    await page.keyboard.press('a');
    await toast().getByText('Somebody else changed it meanwhile').waitFor();
    await toast().getByText('Now: acknowledged by admin.').waitFor();
    await page.unroute('**/alarms/actions');
    await page.screenshot({ path: `${ARTIFACTS}/conflict.png` });
    await page.keyboard.press('Escape');
  });

  it('marks what has comments, and what is about to clear', async () => {
    const row = rows().filter({ hasText: 'SatelliteCard=0' });
    const [alarm] = await client.alarms('?q=SatelliteCard');
    await client.post(`/api/v1/alarms/${alarm?.id}/comments`, { comment: 'a crew is on its way' });
    await row.getByRole('img', { name: '1 comment' }).waitFor();
    await client.setFilter({ alarmId: 26122, createWindow: 0, restoreWindow: 600 });
    element.report({ object: 'SatelliteCard=0', alarmId: 26122, state: 'ok' });
    const clearing = row.getByRole('img', { name: 'Its fault is over' });
    await clearing.waitFor();
    await row.getByText('SatelliteCard=0').click();
    await page
      .locator('.detail-flags')
      .getByText(/it clears at .* unless/)
      .waitFor();
    await page.screenshot({ path: `${ARTIFACTS}/clearing.png` });
    element.report({ object: 'SatelliteCard=0', alarmId: 26122, state: 'fault' });
    await clearing.waitFor({ state: 'detached' });
    await client.setFilter({ alarmId: 26122, createWindow: 0, restoreWindow: 0 });
    await page.keyboard.press('Escape');
    await page.locator('.detail').waitFor({ state: 'detached' });
  });

  it('shelves by a key, takes that back, says what is hidden, and shows it on demand', async () => {
    const shelve = async () => {
      await rows().filter({ hasText: 'SatelliteCard=0' }).locator('.pick').check();
      await page.keyboard.press('s');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: '15 min' }).click();
      await dialog.getByLabel('Why (others see it)').fill('a crew is there');
      await page.screenshot({ path: `${ARTIFACTS}/shelve.png` });
      await page.keyboard.press('Enter');
      await toast().getByText('1 shelf begun.').waitFor();
      await count().toBe(6);
    };
    await shelve();
    await toast().getByRole('button', { name: 'Undo' }).click();
    await toast().getByText('Taken back').waitFor();
    await count().toBe(7);
    await shelve();
    const banner = page.getByTestId('shelved-banner');
    await banner.getByText('1 active alarm is hidden').waitFor();
    await banner.getByRole('button', { name: 'Show them' }).click();
    await count().toBe(7);
    await banner.getByRole('button', { name: 'Hide shelved alarms' }).click();
    await count().toBe(6);
  });

  it('keeps what is cleared and not acknowledged in the current view, as cleared', async () => {
    element.report({ object: 'S1Interface=5', alarmId: S1, state: 'ok' });
    await count().toBe(5);
    await page.getByRole('button', { name: 'Current', exact: true }).click();
    const row = rows().filter({ hasText: 'S1Interface=5' });
    await row.getByText('Cleared').first().waitFor();
    await page.screenshot({ path: `${ARTIFACTS}/current.png` });
    await row.locator('.pick').check();
    await page.keyboard.press('a');
    await row.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Active', exact: true }).click();
  });

  it('saves a view, begins with it, and carries it in the address', async () => {
    await page.goto(`${omc.url}/?ne=eNB-100001&q=S1Interface%3D1&list=flat`);
    await count().toBe(1);
    await page.getByRole('button', { name: 'Views', exact: true }).click();
    const views = page.getByTestId('views');
    await views.getByLabel('Name of a new view').fill('only one');
    await page.keyboard.press('Enter');
    await views.getByText('only one is saved').waitFor();
    await views.getByRole('button', { name: 'Begin with it' }).click();
    await views.getByText('The console begins with only one').waitFor();
    await page.screenshot({ path: `${ARTIFACTS}/views.png` });
    expect(page.url()).toContain('saved=');
    const address = page.url();

    await page.goto(omc.url);
    await count().toBe(1);
    expect(page.url()).toBe(address);
    await page.getByLabel('Search').fill('');
    await page.getByRole('button', { name: 'Views: only one (changed)' }).click();
    await views.getByRole('button', { name: 'No longer begin with it' }).click();
    await views.getByText('begins with everything active').waitFor();
    await page.keyboard.press('Escape');
  });

  it('has room for the longest name that a view may have', async () => {
    const longest = '夜班'.repeat(20) + 'x'.repeat(24);
    await page.goto(`${omc.url}/?q=S1Interface%3D2`);
    await count().toBe(1);
    await page.getByRole('button', { name: 'Views', exact: true }).click();
    const views = page.getByTestId('views');
    await views.getByLabel('Name of a new view').fill(longest);
    await page.keyboard.press('Enter');
    await views.getByText(`${longest} is saved`).waitFor();
    await page.screenshot({ path: `${ARTIFACTS}/long-name.png` });
    for (const within of [page.locator('body'), views])
      expect(await within.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: `Views: ${longest}` }).waitFor();
  });

  it('goes anywhere, acts, and runs MML by the command palette', async () => {
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: 'Command palette' });
    // At once, while the palette is still being fetched: no letter is for the list.
    await page.keyboard.type('lst almaf');
    await palette.getByRole('option', { name: 'LST ALMAF:;' }).waitFor();
    await page.keyboard.press('Enter');
    await palette.getByRole('log').getByText('RETCODE = 0').waitFor();
    await page.screenshot({ path: `${ARTIFACTS}/palette.png` });
    expect(await violationsOf(page)).toEqual([]);
    await palette.getByRole('combobox').fill('100001');
    await palette.getByRole('option', { name: 'eNB-100001' }).click();
    await expect.poll(() => page.url(), PATIENTLY).toContain('ne=eNB-100001');
    await page.keyboard.press('Control+k');
    await palette.getByRole('combobox').fill('statis');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url(), PATIENTLY).toContain('page=statistics');
    await palette.waitFor({ state: 'detached' });
  });

  it('keeps nobody out, in both languages and themes, narrow and wide', async () => {
    for (const [theme, language, width] of [
      ['dark', 'zh', 1280],
      ['light', 'en', 3840],
    ] as const) {
      await page.evaluate(
        ([mode, words]) => {
          localStorage.setItem('omc.theme', mode);
          localStorage.setItem('omc.language', words);
        },
        [theme, language] as const,
      );
      await page.setViewportSize({ width, height: width === 1280 ? 800 : 2160 });
      await page.goto(`${omc.url}/?ne=eNB-100001&site=Site%3D1&shelved=all`);
      await rows().first().locator('.pick').check();
      await page.locator('.facets button').first().click();
      await page.getByTestId('facet-alarmId').locator('li').first().waitFor();
      await page.screenshot({ path: `${ARTIFACTS}/controls-${theme}-${language}.png` });
      expect([theme, language, ...(await violationsOf(page))]).toEqual([theme, language]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
      await page.screenshot({ path: `${ARTIFACTS}/keys-${theme}-${language}.png` });
      expect([theme, language, ...(await violationsOf(page))]).toEqual([theme, language]);
      await page.keyboard.press('Escape');
    }
  });

  it('looks as the README shows it', async () => {
    for (const { object, alarmId } of await client.alarms('?shelved=all'))
      element.report({ object, alarmId, state: 'ok' });
    await until('the end of the alarms', async () => (await client.alarms('?shelved=all')).length === 0);
    const scene = await startNightScene(client);
    try {
      await until('the scene', async () => (await client.alarms()).length === scene.alarms);
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(omc.url);
      const root = rows().filter({ hasText: 'Board=0-0-3,IrPort=0' });
      await root.getByRole('button', { name: 'Show the 4 symptoms' }).click();
      const s1 = rows().filter({ hasText: 'SctpLink=0' });
      await s1.getByRole('button', { name: 'symptom' }).click();
      await rows().filter({ hasText: 'Rru=0-61-0' }).filter({ hasText: 'requires' }).locator('.pick').focus();
      await page.keyboard.press('Enter');
      await page.getByTestId('explanation').getByText('is a symptom of').waitFor();
      await page.getByTestId('alarm-log').locator('li').first().waitFor();
      await page.screenshot({ path: `${ARTIFACTS}/readme.png` });
    } finally {
      await scene.stop();
    }
  });

  it('made no error of its own meanwhile', () => {
    expect(problems).toEqual([]);
  });
});
