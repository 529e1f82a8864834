import type { Page } from 'playwright-core';
import { launchBrowser } from './console/launch-browser.js';
import { signIn } from './console/list-page.js';
import { MainThread } from './console/main-thread.js';
import { prepareStorm } from './console/prepare-storm.js';
import { pass } from './measure/pass.js';
import { progress } from './measure/progress.js';
import { rounded } from './measure/rounded.js';
import { runBench } from './stage/run-bench.js';

/**
 * What a console holds after a long shift: as many changes as `BENCH_HOURS` bring at `BENCH_USUAL` a second come at
 * `BENCH_CHANGES` a second, while somebody goes over all pages, searches, and opens and closes details all the time.
 * What is held is looked at along the way, after a garbage collection: it is to stay where it is.
 */
const ACTIVE = Number(process.env['BENCH_ACTIVE'] ?? 20_000);
const CHANGES = Number(process.env['BENCH_CHANGES'] ?? 1_000);
const HOURS = Number(process.env['BENCH_HOURS'] ?? 12);
const USUAL = Number(process.env['BENCH_USUAL'] ?? 20);
const LOOKS = 8;
const LOOK_MS = 500;

await runBench('console-hours', async (stage) => {
  const load = await prepareStorm(stage, ACTIVE);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    page.setDefaultTimeout(60_000);
    await signIn(page, stage.omc.url);
    const thread = await MainThread.of(page);
    await load.ask('decide', CHANGES);
    // What a page fetches when it is seen first stays: it is no growth.
    await goRound(page);
    await goRound(page);
    const held = [await thread.held()];
    const rounds: number[] = [];
    const lookEveryMs = (HOURS * 3_600_000 * USUAL) / CHANGES / LOOKS;
    while (held.length <= LOOKS) {
      const until = performance.now() + lookEveryMs;
      let round = 0;
      for (; performance.now() < until; round++) await goRound(page);
      rounds.push(round);
      held.push(await thread.held());
      progress(`${held.length - 1} of ${LOOKS}: ${JSON.stringify(held.at(-1))}`);
    }
    await load.ask('stop');
    const heaps = held.map(({ heapMiB }) => heapMiB);
    return {
      active: ACTIVE,
      hours: HOURS,
      changes: HOURS * 3_600 * USUAL,
      rounds,
      held,
      ratios: { lastToFirst: rounded((heaps.at(-1) ?? 0) / (heaps[0] ?? 0)) },
    };
  } finally {
    await browser.close();
  }
});

/** Goes to every page once, looks for an alarm, and at the details of some. */
async function goRound(page: Page): Promise<void> {
  const links = page.locator('.rail a');
  for (let nth = (await links.count()) - 1; nth >= 0; nth--) {
    await links.nth(nth).click();
    await pass(LOOK_MS);
  }
  await page.locator('.ag-row').first().waitFor();
  for (let nth = 0; nth < 3; nth++) {
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByTestId('alarm-log').waitFor();
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('/');
  await page.keyboard.type('Cell=1');
  await pass(LOOK_MS);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Escape');
}
