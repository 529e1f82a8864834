import { mkdir } from 'node:fs/promises';
import { makeOmc, OmcClient, type OmcProcess, PASSWORD, until } from '@omc/harness';
import { SimulatedElement } from '@omc/simulator';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './browser/launch-chromium.js';

const ARTIFACTS = 'test/artifacts';
const PATIENTLY = { timeout: 10_000 };

/** The page as operators see it, in Debian's chromium. */
describe('the web console', () => {
  let omc: OmcProcess;
  let element: SimulatedElement;
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    await mkdir(ARTIFACTS, { recursive: true });
    omc = await makeOmc({
      OMC_HANDSHAKE_INTERVAL_S: '0.5',
      OMC_BANNER_EN: 'A test network',
      OMC_BANNER_ZH: '测试网络',
    });
    await omc.start();
    const client = await OmcClient.signIn(omc.url);
    await client.setFilter({ alarmId: 29240, createWindow: 0.5, restoreWindow: 0.5 });
    await client.setFilter({ alarmId: 26324, restoreWindow: 0 });
    element = new SimulatedElement({ id: 'eNB-100001' });
    await element.start();
    await client.addNe({ id: 'eNB-100001', host: '127.0.0.1', port: element.port });
    await client.request('PUT', '/api/v1/nes/eNB-100001/topology', {
      objects: [{ object: 'Rru=0-60-0', requires: [['Board=0-0-3,IrPort=1']] }],
    });
    await until('the link', () => element.isConnected);
    browser = await launchChromium();
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => message.text().startsWith('AG Grid') && problems.push(message.text()));
  });

  afterAll(async () => {
    await browser?.close();
    await element?.stop();
    await omc?.remove();
  });

  const rows = () => page.locator('.ag-row');

  it('asks for a password, and refuses a wrong one', async () => {
    await page.goto(omc.url);
    await page.getByLabel('User').fill('admin');
    await page.getByLabel('Password').fill('wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('User or password is not right').waitFor();
    await page.screenshot({ path: `${ARTIFACTS}/sign-in.png` });
  });

  it('shows an empty list that says so, the connection and the banner', async () => {
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('A test network').waitFor();
    await page.getByTestId('connection').getByText('Live').waitFor();
    await expect.poll(() => page.getByTestId('total').textContent(), PATIENTLY).toBe('0');
    await page.screenshot({ path: `${ARTIFACTS}/empty.png` });
  });

  it('shows an alarm when it is raised, counts it, and takes it away when it clears', async () => {
    element.report({ object: 'Cell=1', alarmId: 29240, state: 'fault', text: 'no carrier' });
    await rows().filter({ hasText: 'Cell Unavailable' }).waitFor();
    await expect.poll(() => page.getByTestId('total').textContent(), PATIENTLY).toBe('1');
    await expect.poll(() => page.getByTestId('severity-major').textContent(), PATIENTLY).toBe('1');
    await page.screenshot({ path: `${ARTIFACTS}/one-alarm.png` });

    element.report({ object: 'Cell=1', alarmId: 29240, state: 'ok' });
    await rows().filter({ hasText: 'Cell Unavailable' }).waitFor({ state: 'detached' });
    await expect.poll(() => page.getByTestId('total').textContent(), PATIENTLY).toBe('0');
  });

  it('shows what came from the network as text, and never runs it', async () => {
    const hostile = '<img src=x onerror="document.title=`owned`"><script>document.title="owned"</script>';
    element.report({
      object: 'S1Interface=0',
      alarmId: 29201,
      state: 'fault',
      text: hostile,
      info: { peer: hostile },
    });
    const row = rows().filter({ hasText: 'S1 Interface Fault' });
    await row.getByText(hostile).waitFor();
    await row.click();
    await page.keyboard.press('Enter');
    await page.getByTestId('alarm-detail').getByText(hostile).first().waitFor();
    expect(await page.title()).not.toContain('owned');
  });

  it("shows the alarm's log in its detail", async () => {
    await page.getByTestId('alarm-log').getByText('Reported; no create window').waitFor();
    await page.screenshot({ path: `${ARTIFACTS}/detail.png` });
    await page.keyboard.press('Escape');
    await page.getByTestId('alarm-detail').waitFor({ state: 'detached' });
  });

  it('filters by text, and keeps the filter in the address', async () => {
    element.report({ object: 'SatelliteCard=0', alarmId: 26122, state: 'fault' });
    await rows().filter({ hasText: 'GPS Locked Satellites' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('satell');
    await rows().filter({ hasText: 'S1 Interface Fault' }).waitFor({ state: 'detached' });
    expect(await rows().count()).toBe(1);
    expect(page.url()).toContain('satell');
    const sum = () => page.getByTestId('cause-sum').textContent();
    await expect.poll(sum, PATIENTLY).toBe('1 alarm1 cause among them');
    await page.reload();
    await rows().filter({ hasText: 'GPS Locked Satellites' }).waitFor();
    expect(await rows().count()).toBe(1);
    await page.goto(omc.url);
  });

  it('folds a symptom below its root, and shows it by the right arrow', async () => {
    await page.getByTestId('cause-sum').getByText('2 causes').waitFor();
    element.report({ object: 'Board=0-0-3,IrPort=1', alarmId: 26324, state: 'fault' });
    element.report({ object: 'Rru=0-60-0', alarmId: 26235, state: 'fault' });
    const root = rows().filter({ hasText: 'BBU IR Interface Error' });
    const symptom = rows().filter({ hasText: 'RF Unit Maintenance Link Failure' });
    await root.getByRole('button', { name: 'Show the 1 symptom' }).waitFor();
    await symptom.waitFor({ state: 'detached' });
    await expect.poll(() => page.getByTestId('cause-sum').textContent(), PATIENTLY).toBe('4 alarms3 causes');

    await root.getByText('BBU IR Interface Error').click();
    await page.keyboard.press('ArrowRight');
    await symptom.getByText('requires').waitFor();
    const head = page.getByRole('columnheader', { name: 'Object' });
    for (const order of ['ascending', 'descending', 'ascending']) {
      await head.click();
      await expect.poll(() => head.getAttribute('aria-sort'), PATIENTLY).toBe(order);
      const placeOf = async (row: Locator) => Number(await row.getAttribute('row-index'));
      await expect.poll(async () => (await placeOf(symptom)) - (await placeOf(root)), PATIENTLY).toBe(1);
    }
    await root.getByText('BBU IR Interface Error').click();
    await page.keyboard.press('ArrowLeft');
    await symptom.waitFor({ state: 'detached' });
  });

  it('says of a symptom by which way its root brought it about', async () => {
    await page.getByTestId('group').getByRole('link', { name: 'RF Unit Maintenance Link Failure' }).click();
    const explanation = page.getByTestId('explanation');
    await explanation.getByText('is a symptom of BBU IR Interface Error').waitFor();
    const steps = await page.getByTestId('cause-path').getByRole('listitem').allTextContents();
    expect(steps).toEqual([
      expect.stringMatching(/^Board=0-0-3,IrPort=1 out of service/),
      expect.stringMatching(/^Rru=0-60-0 out of service/),
      expect.stringMatching(/RF Unit Maintenance Link Failure.*this alarm/),
    ]);
    await rows().filter({ hasText: 'RF Unit Maintenance Link Failure' }).getByText('requires').waitFor();
    await page.screenshot({ path: `${ARTIFACTS}/cause.png` });
    await explanation.getByRole('link', { name: 'BBU IR Interface Error' }).first().click();
    await explanation.getByText('1 other alarm is its symptom').waitFor();
    await page.keyboard.press('Escape');
  });

  it('lists every alarm by itself in the flat layout, which the address keeps', async () => {
    await page.getByRole('button', { name: 'Flat' }).click();
    await rows().filter({ hasText: 'RF Unit Maintenance Link Failure' }).getByText('requires').waitFor();
    expect(await rows().count()).toBe(4);
    expect(page.url()).toContain('list=flat');
    await page.getByRole('button', { name: 'By cause' }).click();
    expect(page.url()).not.toContain('list=');
  });

  it('shows what is left on its own when the root clears', async () => {
    element.report({ object: 'Board=0-0-3,IrPort=1', alarmId: 26324, state: 'ok' });
    await rows().filter({ hasText: 'BBU IR Interface Error' }).waitFor({ state: 'detached' });
    await rows().filter({ hasText: 'RF Unit Maintenance Link Failure' }).waitFor();
    element.report({ object: 'Rru=0-60-0', alarmId: 26235, state: 'ok' });
    await rows().filter({ hasText: 'RF Unit Maintenance Link Failure' }).waitFor({ state: 'detached' });
  });

  it('speaks Chinese', async () => {
    await rows().filter({ hasText: 'S1 Interface Fault' }).click();
    await page.keyboard.press('Enter');
    await page.getByTestId('alarm-log').getByText('Reported; no create window').waitFor();
    await page.evaluate('window.stayed = true');
    await page.getByTestId('language').click();
    await rows().filter({ hasText: 'S1接口故障' }).waitFor();
    await page.getByText('测试网络').waitFor();
    await page.getByRole('columnheader', { name: '对象' }).waitFor();
    await page
      .getByTestId('alarm-log')
      .getByText('Reported; no create window')
      .waitFor({ state: 'detached' });
    expect(await page.evaluate('document.documentElement.lang')).toBe('zh-CN');
    expect(await page.evaluate('window.stayed')).toBe(true);
    await page.screenshot({ path: `${ARTIFACTS}/chinese.png` });
    await page.keyboard.press('Escape');
    await page.getByTestId('language').click();
  });

  it('says when it is disconnected, and has everything again after the return', async () => {
    await rows().filter({ hasText: 'S1 Interface Fault' }).waitFor();
    await omc.end('SIGKILL');
    await page.getByTestId('connection').getByText('Disconnected').waitFor();
    await page.screenshot({ path: `${ARTIFACTS}/disconnected.png` });
    element.report({ object: 'X2Interface=1', alarmId: 29204, state: 'fault' });
    element.report({ object: 'S1Interface=0', alarmId: 29201, state: 'ok' });
    // A page that was not fetched yet is waited for.
    await page.getByRole('link', { name: 'Statistics' }).click();
    await page.getByRole('main').getByText('Loading').waitFor();
    await omc.start();
    await page.getByTestId('connection').getByText('Live').waitFor();
    await page.getByText('Most frequent types').waitFor();
    // With its styles: the sums stand side by side.
    expect(await page.evaluate('getComputedStyle(document.querySelector(".sums")).display')).toBe('flex');
    await page.getByRole('link', { name: 'Alarms', exact: true }).click();
    await rows().filter({ hasText: 'X2 Interface Fault' }).waitFor();
    await rows().filter({ hasText: 'S1 Interface Fault' }).waitFor({ state: 'detached' });
  });

  it('made no error of its own meanwhile', () => {
    expect(problems).toEqual([]);
  });
});
