import { mkdir } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { makeOmc, OmcClient, type OmcProcess, PASSWORD, until } from '@omc/harness';
import { SimulatedElement } from '@omc/simulator';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './browser/launch-chromium.js';
import { violationsOf } from './browser/violations-of.js';

const ARTIFACTS = 'test/artifacts/pages';
const FIRST_LOAD_KIB = 400;
const hostile = '<img src=x onerror="document.title=`owned`">';

/** Where the tests begin, and what is there once it is drawn. */
const pages = {
  alarms: { path: '/', ready: '.ag-row' },
  detail: { path: '/', ready: '[data-testid=alarm-log] li', open: true },
  map: { path: '/?page=network&at=eNB-100001', ready: '.map-out' },
  nes: { path: '/?page=nes', ready: '.ag-row' },
  mml: { path: '/?page=mml', ready: '.examples' },
} as const;

describe('the pages of the console', () => {
  let omc: OmcProcess;
  let element: SimulatedElement;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    await mkdir(ARTIFACTS, { recursive: true });
    omc = await makeOmc({ OMC_HANDSHAKE_INTERVAL_S: '0.5' });
    await omc.start();
    const client = await OmcClient.signIn(omc.url);
    await client.setFilter({ alarmId: 29240, createWindow: 3600, restoreWindow: 15 });
    await client.setFilter({ alarmId: 26324, restoreWindow: 0 });
    element = new SimulatedElement({ id: 'eNB-100001' });
    await element.start();
    await client.addNe({ id: 'eNB-100001', host: '127.0.0.1', port: element.port });
    await client.request('PUT', '/api/v1/nes/eNB-100001/topology', {
      site: 'Site=1',
      requires: [['network//Hub=1']],
      objects: [
        { object: 'Rru=0-60-0', requires: [['Board=0-0-3,IrPort=1', 'Board=0-0-3,IrPort=2']] },
        { object: 'Rru=0-61-0', requires: [['Board=0-0-3,IrPort=1']] },
      ],
    });
    await until('the link', () => element.isConnected);
    element.report({ object: 'Cell=1', alarmId: 29240, state: 'fault' });
    element.report({ object: 'Board=0-0-3,IrPort=1', alarmId: 26324, state: 'fault', text: hostile });
    element.report({ object: 'Board=0-0-3,IrPort=2', alarmId: 26324, state: 'fault' });
    element.report({ object: 'Board=0-0-3,IrPort=2', alarmId: 26324, state: 'ok' });
    element.report({ object: 'Cell=1', alarmId: 4711, state: 'fault' });
    browser = await launchChromium();
    context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => problems.push(error.message));
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

  async function show(name: keyof typeof pages): Promise<void> {
    const { path, ready, ...rest } = pages[name];
    await page.goto(omc.url + path);
    if ('open' in rest) {
      await page.locator('.ag-row').first().click();
      await page.keyboard.press('Enter');
    }
    await page.locator(ready).first().waitFor();
  }

  async function dress(theme: string, language: string): Promise<void> {
    await page.evaluate(
      ([mode, words]) => {
        localStorage.setItem('omc.theme', mode ?? '');
        localStorage.setItem('omc.language', words ?? '');
      },
      [theme, language],
    );
  }

  it('loads no more for the list than fits through a thin line', async () => {
    const bodies: Promise<Buffer>[] = [];
    const fresh = await browser.newContext({ storageState: await context.storageState() });
    const list = await fresh.newPage();
    list.on('response', (response) => {
      if (/\.(js|css)$/.test(new URL(response.url()).pathname)) bodies.push(response.body());
    });
    await list.goto(omc.url);
    await list.locator('.ag-row').first().waitFor();
    const kib = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0) / 1024;
    await fresh.close();
    expect(bodies.length).toBeGreaterThan(5);
    expect(kib).toBeLessThanOrEqual(FIRST_LOAD_KIB);
  });

  it.each(['detail', 'map'] as const)(
    'shows the %s in both languages and themes, with nothing that keeps anybody out',
    async (name) => {
      for (const [theme, language, width, height] of [
        ['dark', 'zh', 3840, 2160],
        ['light', 'en', 1280, 800],
      ] as const) {
        await dress(theme, language);
        await page.setViewportSize({ width, height });
        await show(name);
        await page.screenshot({ path: `${ARTIFACTS}/${name}-${theme}-${language}.png` });
        expect([name, theme, language, ...(await violationsOf(page))]).toEqual([name, theme, language]);
      }
    },
  );

  it('goes from page to page by the keyboard alone', async () => {
    await show('alarms');
    await page.getByRole('link', { name: 'Network', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.ne-cell[href]').first().waitFor();
    await page.locator('.ne-cell[href][tabindex="0"]').focus();
    await page.keyboard.press('Enter');
    await page.locator('.ag-row').filter({ hasText: 'BBU IR Interface Error' }).first().waitFor();
    expect(page.url()).toContain('ne=eNB-100001');
  });

  it('shows what is out in red in the map, and what is left of a group', async () => {
    await show('map');
    const list = page.getByTestId('map-list');
    await list.getByText('Rru=0-61-0').waitFor();
    expect(await list.getByText('Rru=0-60-0').count()).toBe(0);
    await page.locator('.edge-broken').first().waitFor({ state: 'attached' });
  });

  it('acknowledges by a key, takes it back, and keeps a comment', async () => {
    await show('detail');
    const actions = page.getByTestId('alarm-actions');
    await page.keyboard.press('a');
    await actions.getByText('Acknowledged.').waitFor();
    await actions.getByRole('button', { name: 'Undo' }).click();
    await actions.getByText('The acknowledgement is taken back.').waitFor();
    await page.getByTestId('alarm-detail').getByText('Not acknowledged').waitFor();
    await page.keyboard.press('c');
    await page.getByLabel('Comment', { exact: true }).fill('a crew is on its way');
    await page.keyboard.press('Enter');
    await page.getByTestId('alarm-log').getByText('a crew is on its way').waitFor();
  });

  it('runs MML with completion and history', async () => {
    await show('mml');
    const line = page.getByLabel('Command');
    await line.pressSequentially('lst ne');
    await page.locator('.suggestions li').first().waitFor();
    await page.keyboard.press('Tab');
    expect(await line.inputValue()).toBe('LST NE:');
    await page.keyboard.press('Enter');
    await page.locator('.report').getByText('eNB-100001').first().waitFor();
    await page.keyboard.press('ArrowUp');
    expect(await line.inputValue()).toBe('LST NE:;');
  });

  it('changes the language where it is, and tells of texts that cannot be fetched', async () => {
    await show('mml');
    const language = page.getByTestId('language');
    await page.route('**/mml.zh-*.js', (route) => route.abort());
    await language.click();
    await page.getByText('The texts of the other language could not be fetched').waitFor();
    await page.getByRole('heading', { name: 'MML terminal' }).waitFor();
    await page.unroute('**/mml.zh-*.js');
    await language.click();
    await page.getByRole('heading', { name: 'MML 终端' }).waitFor();

    await page.route('**/statistics.zh-*.js', (route) => route.abort());
    await page.getByRole('link', { name: '统计' }).click();
    await page.getByRole('alert').getByText('页面出错').waitFor();
    await page.unroute('**/statistics.zh-*.js');
    await page.getByRole('button', { name: '重新加载' }).click();
    await page.getByRole('heading', { name: '统计' }).waitFor();
    await language.click();
    await page.getByRole('heading', { name: 'Statistics' }).waitFor();
  });

  it('imports NEs, and says line by line what was refused', async () => {
    await show('nes');
    await page.getByRole('button', { name: 'Import' }).click();
    await page
      .getByLabel('Lines to import')
      .fill('id,host,port\neNB-100002,127.0.0.1,9\neNB 3,127.0.0.1,9\neNB-100004,127.0.0.1');
    await page.getByRole('dialog').getByRole('button', { name: 'Import' }).click();
    const outcome = page.getByTestId('import-outcome');
    await outcome.getByText('1 line taken. 2 refused.').waitFor();
    expect(await outcome.locator('tbody tr td:first-child').allTextContents()).toEqual(['3', '4']);
    await outcome.getByRole('button', { name: '4' }).click();
    expect(await page.evaluate('getSelection().toString()')).toBe('eNB-100004,127.0.0.1');
    await page.getByTestId('import-file').setInputFiles({
      ...{ name: 'photo.csv', mimeType: 'text/csv', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff]) },
    });
    await page.getByText('photo.csv is not a text file').waitFor();
  });

  it('takes no wrong file for a topology, says where it is wrong, and overwrites nothing meanwhile', async () => {
    await page.goto(`${omc.url}/?page=nes&find=eNB-100001`);
    await page.getByRole('button', { name: 'Topology of eNB-100001' }).click();
    const dialog = page.getByRole('dialog');
    const text = dialog.getByLabel('Topology as JSON');
    const save = dialog.getByRole('button', { name: 'Save' });
    await dialog.getByText('version 1 with 2 objects').waitFor();
    const before = await text.inputValue();
    const choose = (name: string, content: string | Uint8Array) =>
      dialog
        .getByTestId('topology-file')
        .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
    await choose('photo.json', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff]));
    await dialog.getByText('photo.json is not a text file').waitFor();
    expect(await text.inputValue()).toBe(before);
    await choose('wrong.json', `{"site":"Site=1",\n"objects":[{"object":${JSON.stringify(hostile)}}]}`);
    await dialog.getByText('1 error: this cannot be saved').waitFor();
    await dialog.getByRole('listitem').filter({ hasText: 'Line 2' }).getByText('objects[0].object').waitFor();
    expect(await save.isDisabled()).toBe(true);
    await page.screenshot({ path: `${ARTIFACTS}/topology.png` });
    expect(await violationsOf(page)).toEqual([]);

    const api = `${omc.url}/api/v1/nes/eNB-100001/topology`;
    await choose('good.json', '{"objects":[{"object":"Rru=0-60-0"}]}');
    await dialog.getByText('removes 1 object: Rru=0-61-0').waitFor();
    expect(
      (await context.request.put(api, { data: { objects: [] }, headers: { origin: omc.url } })).status(),
    ).toBe(200);
    await save.click();
    await dialog.getByText('nothing was overwritten').waitFor();
    await dialog.getByRole('button', { name: 'Compare with what is in force now' }).click();
    await dialog.getByText('adds 1 object: Rru=0-60-0').waitFor();
    await save.click();
    await page.getByText('saved as version 3').waitFor();
  });

  it('takes a topology of what belongs to no NE', async () => {
    await page.goto(`${omc.url}/?page=network`);
    await page.getByRole('button', { name: 'Topology of the network' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Nothing is known yet').waitFor();
    await dialog.getByLabel('Topology as JSON').fill('{"site":"Site=1","objects":[]}');
    await dialog.getByText('1 error: this cannot be saved').waitFor();
    await dialog
      .getByLabel('Topology as JSON')
      .fill('{"objects":[{"object":"Site=1","requires":[["Hub=1"]]}]}');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The topology of the network is saved as version 1').waitFor();
  });

  it('tries a filter on the stored reports before it is saved', async () => {
    await page.goto(`${omc.url}/?page=filters&find=26324`);
    await page.getByRole('button', { name: /Edit the filter/ }).click();
    await page.getByTestId('dry-run').getByText('With this filter').waitFor();
    await page.getByLabel('of which in fault (s)').fill('5000');
    await page.keyboard.press('Tab');
    await page.getByText('at most the window').first().waitFor();
    await page.getByTestId('study').getByText('Mend what is marked').waitFor();
    await page.screenshot({ path: `${ARTIFACTS}/filter.png` });
    expect(await violationsOf(page)).toEqual([]);
  });

  it('tells of a new filter what it follows, and what it would replace', async () => {
    await page.goto(`${omc.url}/?page=filters`);
    await page.getByRole('button', { name: 'Add a filter' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Alarm type').fill('29240');
    await page.keyboard.press('Enter');
    await dialog.getByText('There is a filter of this scope already').waitFor();
    await dialog.getByLabel('Object').fill('a cell');
    await dialog.getByText('must be an object name').waitFor();
    await dialog.getByLabel('Object').fill('Cell=1');
    await dialog.getByText('Name the NE of this object').waitFor();
    await dialog.getByLabel('NE', { exact: true }).fill('eNB-100001');
    await dialog.getByText('Name the NE of this object').waitFor({ state: 'detached' });
    await dialog.getByText('There is a filter of this scope already').waitFor({ state: 'detached' });
    const windows = dialog.getByLabel('Raise window (s)');
    expect(await windows.getAttribute('placeholder')).toBe('3600');
  });

  it('ran nothing that came from the network, and made no error of its own', async () => {
    expect(await page.title()).not.toContain('owned');
    expect(problems).toEqual([]);
  });
});
