import { createSocket } from 'node:dgram';
import { makeOmc, OmcClient, type OmcProcess, PASSWORD, until } from '@omc/harness';
import { SimulatedElement } from '@omc/simulator';
import { encodeNotification, encodeOmcAlarm, OMC_ALARM } from '@omc/wire';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const SENDING = { community: 'public', requestId: 1 };
const SATELLITE = { object: 'SatelliteCard=0', alarmId: 26122 };
/** Markup that would run in a page by each of the usual ways, and would show itself as an element. */
const MARKUP =
  '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>' +
  '<svg onload="document.title=\'owned\'"></svg><a href="javascript:document.title=\'owned\'" class="planted">x</a>';

/** Markup that comes from the network by each way in, in the real console. */
describe('markup from the network', () => {
  let omc: OmcProcess;
  let client: OmcClient;
  let element: SimulatedElement;
  let browser: Browser;
  let page: Page;
  const refusals: string[] = [];

  beforeAll(async () => {
    omc = await makeOmc();
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    element = new SimulatedElement({ id: 'eNB-1', log: () => undefined });
    await element.start();
    await client.addNe({ id: 'eNB-1', host: element.host, port: element.port });
    await client.addNe({ id: 'trap', kind: 'snmp', host: '127.0.0.9', port: 9 });
    await client.setFilter({ alarmId: SATELLITE.alarmId, createWindow: 0, restoreWindow: 0 });
    await until('the link', () => element.isConnected);
    element.report({ ...SATELLITE, state: 'fault', text: MARKUP, info: { [MARKUP]: MARKUP } });
    notify(OMC_ALARM, encodeOmcAlarm({ ne: 'trap', ...SATELLITE, state: 'fault', text: MARKUP }));
    notify('1.3.6.1.4.1.9999.0.1', [{ oid: '1.3.6.1.4.1.9999.1', type: 4, value: Buffer.from(MARKUP) }]);
    notify(OMC_ALARM, encodeOmcAlarm({ ne: MARKUP, ...SATELLITE, state: 'fault', text: MARKUP }));
    await until('the alarms', async () => (await client.alarms('?alarmId=26122')).length === 2);
    browser = await chromium.launch({
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    });
    page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    page.setDefaultTimeout(20_000);
    page.on('console', (message) => {
      if (/Content.Security.Policy/i.test(message.text())) refusals.push(message.text());
    });
    await page.goto(omc.url);
    await page.getByLabel('User').fill('admin');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByTestId('connection').waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    await element?.stop();
    await omc?.remove();
  });

  function notify(oid: string, varbinds: Parameters<typeof encodeNotification>[0]['varbinds']): void {
    const socket = createSocket('udp4');
    socket.send(encodeNotification({ oid, varbinds }, SENDING), omc.trapPort, '127.0.0.1', () =>
      socket.close(),
    );
  }

  async function isHarmless(where: string): Promise<void> {
    expect(await page.title(), where).not.toContain('owned');
    expect(await page.locator('img[src="x"], .planted, svg[onload]').count(), where).toBe(0);
    expect(await page.locator('script:not([src])').count(), where).toBe(0);
  }

  it('is text in the list and in all that is told of an alarm', async () => {
    await page.locator('.ag-row').first().waitFor();
    await isHarmless('the list');
    for (const alarm of await client.alarms('?alarmId=26122')) {
      await page.goto(`${omc.url}/?alarm=${alarm.id}`);
      await page.getByText('<img src=x').first().waitFor();
      await isHarmless(`the alarm of ${alarm.ne}`);
    }
  });

  it('is text on every other page', async () => {
    for (const name of ['pending', 'network', 'nes', 'filters', 'ledger', 'mml']) {
      await page.goto(`${omc.url}/?page=${name}`);
      await page.getByTestId('connection').waitFor();
      if (name === 'ledger') await page.getByText('127.0.0.1').first().waitFor();
      await isHarmless(name);
    }
  });

  it('leaves the console working under its policy', () => {
    expect(refusals).toEqual([]);
  });
});
