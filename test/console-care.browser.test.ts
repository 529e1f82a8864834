import { readFile } from 'node:fs/promises';
import { OmcClient, until } from '@omc/harness';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './browser/launch-chromium.js';
import { GOOD_PASSWORD, hostile, hostileUser, type LivelyOmc, startLivelyOmc } from './browser/lively-omc.js';
import { signIn } from './browser/sign-in.js';
import { violationsOf } from './browser/violations-of.js';

/** What operators and admins do on the pages beside the list. */
describe('the console beside its list', () => {
  let lively: LivelyOmc;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    lively = await startLivelyOmc();
    browser = await launchChromium();
    context = await browser.newContext({
      ...{ locale: 'en-GB', viewport: { width: 1440, height: 900 }, acceptDownloads: true },
    });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => problems.push(error.message));
    await signIn(page, lively.omc.url);
  });

  afterAll(async () => {
    await browser?.close();
    await lively?.stop();
  });

  const go = (name: string, more = '') => page.goto(`${lively.omc.url}/?page=${name}${more}`);
  const rows = () => page.locator('.ag-row');
  const dialog = () => page.getByRole('dialog');

  it('goes through all pages by the keyboard alone', async () => {
    await page.goto(lively.omc.url);
    await page.getByTestId('connection').getByText('Live').waitFor();
    const links = page.locator('nav.rail a');
    const count = await links.count();
    const isFocused = (place: number) => links.nth(place).evaluate((link) => link === document.activeElement);
    // A page may take the focus to what is done there: the way back is Shift and Tab.
    const isInPage = () => page.evaluate<boolean>('document.activeElement.closest("main") !== null');
    for (let place = 0; place < count; place++) {
      for (let keys = 0; keys < 60 && !(await isFocused(place)); keys++)
        await page.keyboard.press((await isInPage()) ? 'Shift+Tab' : 'Tab');
      expect([place, await isFocused(place)]).toEqual([place, true]);
      await page.keyboard.press('Enter');
      await links.nth(place).and(page.locator('[aria-current=page]')).waitFor();
      await page.locator('main h1, main .filter-bar').first().waitFor();
    }
  });

  it('shelves alarms for an hour, says so on the list, and ends that', async () => {
    await go('shelves');
    const shelve = page.getByRole('button', { name: 'Shelve alarms' });
    const isFocused = () => shelve.evaluate((button) => button === document.activeElement);
    await shelve.focus();
    await page.keyboard.press('Enter');
    await dialog().getByLabel('NE', { exact: true }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(isFocused).toBe(true);
    await shelve.click();
    await dialog().getByLabel('Reason').fill('new antenna');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await dialog().getByText('fill in at least one').waitFor();
    await dialog().getByLabel('Object').fill('SatelliteCard=0');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await page.getByText('The alarms are shelved').waitFor();
    await rows().filter({ hasText: 'new antenna' }).getByText('ends in').waitFor();
    await go('pending');
    await page.getByTestId('shelf-banner').getByText('3 active alarms are shelved').waitFor();
    await page.getByRole('link', { name: 'Show shelves' }).click();
    await page.getByRole('button', { name: 'End the shelf of SatelliteCard=0' }).click();
    await dialog().getByRole('button', { name: 'End now' }).click();
    await page.getByText('The shelf has ended').waitFor();
    await page.getByRole('button', { name: 'Ended' }).click();
    await rows().filter({ hasText: 'new antenna' }).getByText('ended by admin').waitFor();
  });

  it('finds what is over, keeps the search in the address, and exports it', async () => {
    await go('history', '&_time=24h&_type=26122');
    await rows().filter({ hasText: 'SatelliteCard=2' }).waitFor();
    expect(await rows().count()).toBe(1);
    await page.getByLabel('State', { exact: true }).selectOption('all');
    await rows().nth(2).waitFor();
    expect(page.url()).toContain('_state=all');
    await page.getByRole('button', { name: 'Export' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^alarms-.*\.csv$/);
    expect((await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n')).toHaveLength(4);
    await page.getByTestId('export-progress').getByText('Done: 3 records').waitFor();
    await page.getByRole('searchbox', { name: 'Object' }).fill('SatelliteCard=9');
    await page.keyboard.press('Enter');
    await page.getByText('No alarm matches').waitFor();
  });

  it('keeps notes beside the alarms of an NE, and knows the lives of each before', async () => {
    lively.element.report({ object: 'SatelliteCard=2', alarmId: 26122, state: 'fault' });
    await until('the second life', async () => (await lively.client.alarms('?alarmId=26122')).length === 3);
    await go('history', '&_state=all&_object=SatelliteCard%3D2');
    await rows().nth(1).waitFor();
    await rows().first().click();
    const notes = page.getByTestId('notes');
    await notes.getByText(hostile).waitFor();
    await notes.getByRole('button', { name: 'Change the note' }).click();
    await notes.getByLabel('What the next shift should know').fill('mind the dog');
    await notes.getByRole('button', { name: 'Save' }).click();
    await notes.getByText('mind the dog').and(page.locator('p')).waitFor();
    await notes.getByRole('button', { name: 'Change the note' }).press('Enter');
    await notes.getByRole('button', { name: 'Delete' }).click();
    await notes.getByText('The note is gone').waitFor();
    await notes.getByRole('button', { name: 'Undo' }).click();
    await notes.getByText('mind the dog').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    const lives = page.getByTestId('lives');
    await lives.getByText('Time no. 2').waitFor();
    await lives.getByRole('link').first().click();
    await lives.getByText('The first time').waitFor();
    await page.keyboard.press('Escape');
    await page.getByTestId('alarm-detail').waitFor({ state: 'detached' });
  });

  it('adds a user for some NEs, who first has to change the password and then sees only those', async () => {
    await go('users');
    await rows().filter({ hasText: hostileUser }).waitFor();
    await page.getByRole('button', { name: 'Add a user' }).click();
    await dialog().getByLabel('User', { exact: true }).fill('li');
    await dialog().getByLabel('First password').fill(GOOD_PASSWORD);
    await dialog().getByLabel('Some').check();
    await dialog().getByLabel('NEs', { exact: true }).fill('eNB-100002');
    await page.keyboard.press('Enter');
    await dialog().getByText('Add a user').click();
    await dialog().getByRole('button', { name: 'Save' }).click();
    await page.getByText('li may sign in').waitFor();
    const other = await browser.newContext({ locale: 'en-GB' });
    const theirs = await other.newPage();
    await theirs.goto(lively.omc.url);
    await theirs.getByLabel('User').fill('li');
    await theirs.getByLabel('Password', { exact: true }).fill(GOOD_PASSWORD);
    await theirs.getByRole('button', { name: 'Sign in' }).click();
    await theirs.getByLabel('Password until now').fill(GOOD_PASSWORD);
    await theirs.getByLabel('New password', { exact: true }).fill('a stone in the river');
    await theirs.getByLabel('New password again').fill('a stone in the river');
    await theirs.getByRole('button', { name: 'Change the password' }).click();
    await theirs.getByTestId('connection').getByText('Live').waitFor();
    expect(await theirs.getByRole('link', { name: 'Users' }).count()).toBe(0);
    await theirs.goto(`${lively.omc.url}/?page=users`);
    await theirs.getByText('You may not see this').waitFor();
    await theirs.goto(`${lively.omc.url}/?page=nes`);
    await theirs.locator('.ag-row').getByText('eNB-100002').waitFor();
    expect(await theirs.locator('.ag-row').getByText('eNB-100001').count()).toBe(0);
    await theirs.getByRole('button', { name: 'Topology of eNB-100002' }).click();
    await theirs.getByRole('dialog').getByText('changing it needs the role engineer').waitFor();
    await theirs.keyboard.press('Escape');
    await theirs.getByRole('dialog').waitFor({ state: 'detached' });
    await offersOnlyTheirs(theirs);
    await other.close();
  });

  async function offersOnlyTheirs(theirs: Page): Promise<void> {
    await theirs.keyboard.press('Control+k');
    const palette = theirs.getByRole('dialog', { name: 'Command palette' });
    const offered = async (text: string) => {
      await palette.getByRole('combobox').fill(text);
      return palette.getByRole('option').allTextContents();
    };
    await expect.poll(() => offered('lst alm')).toContainEqual(expect.stringContaining('LST ALMAF'));
    for (const [text, beyond] of Object.entries({
      'set almfilter': 'SET',
      ack: 'ACK ALM',
      us: 'Users',
      lo: 'Losses',
    }))
      expect([text, (await offered(text)).filter((each) => each.includes(beyond))]).toEqual([text, []]);
    expect(await offered('eNB-1')).toEqual([expect.stringContaining('eNB-100002')]);
    await theirs.keyboard.press('Escape');
  }

  it('locks a user, and the audit log shows what that changed', async () => {
    await go('users');
    await page.getByRole('button', { name: 'Lock li' }).click();
    await dialog().getByRole('button', { name: 'Lock', exact: true }).click();
    await page.getByText('li is locked').waitFor();
    expect(await rows().getByText('Locked').count()).toBe(1);
    await go('audit', '&_action=change-user');
    await rows().first().click();
    const entry = page.getByTestId('audit-entry');
    await entry.locator('tr').filter({ hasText: 'disabled' }).getByText('true').waitFor();
    expect(await entry.locator('del').first().textContent()).toBe('false');
    await entry.getByRole('button', { name: 'Close' }).focus();
    await page.keyboard.press('Escape');
    await entry.waitFor({ state: 'detached' });
    await page.locator('.ag-cell:focus').waitFor();
  });

  it('shows a token this once, and ends it', async () => {
    await go('account');
    await page.getByRole('button', { name: 'Make a token' }).click();
    await dialog().getByLabel('Name').fill('probe');
    await dialog().getByRole('button', { name: 'Save' }).click();
    const made = page.getByTestId('new-token');
    expect(await made.locator('code').textContent()).toMatch(/^omc_.{43}$/);
    await made.getByRole('button', { name: 'I have it' }).click();
    await made.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'End the token probe' }).click();
    await dialog().getByRole('button', { name: 'End', exact: true }).click();
    await page.getByRole('button', { name: 'End the token probe' }).waitFor({ state: 'detached' });
  });

  it('lists where one is signed in, and ends one of these or all others', async () => {
    const other = await browser.newContext({ locale: 'en-GB' });
    const elsewhere = await other.newPage();
    await signIn(elsewhere, lively.omc.url);
    await OmcClient.signIn(lively.omc.url);
    await go('account');
    const sessions = page.getByTestId('sessions');
    const lines = sessions.locator('tbody tr');
    await expect.poll(() => lines.count()).toBeGreaterThanOrEqual(3);
    expect(await lines.first().textContent()).toContain('This session');
    expect(await sessions.getByText('This session').count()).toBe(1);
    await page.screenshot({ path: 'test/artifacts/sessions.png' });
    await lines
      .filter({ hasText: 'Chrome' })
      .getByRole('button', { name: /^End the session from 127.0.0.1/ })
      .first()
      .click();
    await dialog().getByRole('button', { name: 'End', exact: true }).click();
    await sessions.getByText('The session has ended.').waitFor();
    await elsewhere.getByLabel('Password', { exact: true }).waitFor();
    await other.close();
    await sessions.getByRole('button', { name: 'End all others' }).click();
    await dialog().getByRole('button', { name: 'End all others' }).click();
    await sessions.getByText('All other sessions have ended.').waitFor();
    await expect.poll(() => lines.count()).toBe(1);
    lively = { ...lively, client: await OmcClient.signIn(lively.omc.url) };
  });

  it('keeps what was set for the browser, and sounds can be muted for a while', async () => {
    await go('settings');
    await page.getByRole('button', { name: 'UTC', exact: true }).click();
    await page.getByRole('button', { name: 'Compact' }).click();
    await page.getByLabel('Sound: Critical').check();
    await page.reload();
    await page
      .getByRole('button', { name: 'UTC', exact: true })
      .and(page.locator('[aria-pressed=true]'))
      .waitFor();
    expect(await page.evaluate('document.documentElement.dataset.density')).toBe('compact');
    const card = page.getByRole('region', { name: 'Sound' });
    await card.getByRole('button', { name: '15 minutes' }).click();
    await card.getByText('Muted').waitFor();
    await page.getByRole('button', { name: 'Muted' }).filter({ hasText: '14m' }).waitFor();
    await page.getByLabel('Automatic acknowledgement: Warning').selectOption('cleared');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved').waitFor();
    const { body } = await lively.client.get<{ bySeverity: object }>('/api/v1/settings/auto-ack');
    expect(body.bySeverity).toMatchObject({ warning: 'cleared' });
  });

  it('makes a rule out of a notification that nothing maps, which takes it off the list', async () => {
    await go('traps');
    await rows().first().click();
    await page.getByRole('button', { name: 'Make a rule for it' }).click();
    await dialog().getByLabel('Alarm type').fill('26122');
    await page.keyboard.press('Enter');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await page.getByText('is in force').waitFor();
    await page.getByRole('button', { name: 'Rules' }).click();
    await rows().filter({ hasText: 'Added here' }).first().waitFor();
  });

  it('says of what clears by itself why it is not cleared by hand', async () => {
    await lively.client.addNe({ id: 'eNB-100003', host: '127.0.0.1', port: 9 });
    await page.goto(lively.omc.url);
    await rows().filter({ hasText: 'NE Is Disconnected' }).click();
    const clear = page.getByTestId('alarm-actions').getByRole('button', { name: 'Clear' });
    await clear.and(page.locator('[title="It clears by itself as soon as the NE answers again"]')).waitFor();
    expect(await clear.isDisabled()).toBe(true);
  });

  it('made no error of its own', () => {
    expect(problems).toEqual([]);
  });
});
