import type { Browser, Page } from 'playwright-core';
import { openBarePage } from './console/bare-page.js';
import { launchBrowser } from './console/launch-browser.js';
import { openAnew, scroll, signIn } from './console/list-page.js';
import { MainThread } from './console/main-thread.js';
import { PageWatch } from './console/page-watch.js';
import { prepareStorm, STORMY } from './console/prepare-storm.js';
import { Recorder } from './console/recorder.js';
import { useConsole } from './console/use-console.js';
import type { LoadProcess } from './load/load-process.js';
import { pass } from './measure/pass.js';
import type { Percentiles } from './measure/percentiles.js';
import { progress } from './measure/progress.js';
import { rounded } from './measure/rounded.js';
import { runBench } from './stage/run-bench.js';

/**
 * What the alarm list costs the main thread of a browser with very many alarms: until its first rows, scrolled, and in
 * a storm of changes at its top, watched and worked in. Costs are processor time, since on a machine that does other
 * things as well time alone tells little. Baseline: a page that receives the same changes and only keeps them.
 */
const ACTIVE = Number(process.env['BENCH_ACTIVE'] ?? 100_000);
const CHANGES = Number(process.env['BENCH_CHANGES'] ?? 1_000);
/** How long the list is worked in during the storm. */
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 20);
const WATCHED_MS = 5_000;
/** Until every key of the storm has come and gone once. */
const WARM_UP_MS = 6_000;

await runBench('console', async (stage) => {
  const load = await prepareStorm(stage, ACTIVE);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    page.setDefaultTimeout(120_000);
    await signIn(page, stage.omc.url);
    const list = await measureList(browser, page, load);
    progress('baseline: the same changes, only kept');
    await openBarePage(page, stage.omc.url, STORMY);
    const thread = await MainThread.of(page);
    await pass(WARM_UP_MS);
    const kept = await thread.during(() => pass(2 * WATCHED_MS));
    await load.ask('stop');
    return {
      active: ACTIVE,
      changesPerSecond: CHANGES,
      ...list,
      baselines: { kept },
      ratios: { watchedToKept: rounded(list.storm.watched.busy / kept.busy) },
    };
  } finally {
    await browser.close();
  }
});

async function measureList(browser: Browser, page: Page, load: LoadProcess<number>) {
  const thread = await MainThread.of(page);
  const recorder = new Recorder(browser, page, thread, process.env['BENCH_TRACES']);
  progress('first rows');
  let opened = { rowsMs: 0, allMs: 0 };
  await recorder.profiled('open', async () => {
    opened = await openAnew(page);
  });
  const watch = new PageWatch(page);
  await watch.begin();
  progress('scrolling');
  let frameMs: Percentiles | undefined;
  const scrolled = await thread.during(async () => {
    frameMs = await scroll(page, watch);
  });
  const before = await thread.held();
  progress(`a storm of ${CHANGES} changes/s`);
  await load.ask('decide', CHANGES);
  await pass(WARM_UP_MS);
  const watched = await recorder.traced('watched', () => pass(WATCHED_MS));
  await watch.interactions();
  const used = await recorder.traced('used', () => useConsole(page, watch, SECONDS * 1_000));
  const interactionMs = await watch.interactions();
  await recorder.profiled('used', () => useConsole(page, watch, WATCHED_MS));
  const stormFrameMs = await scroll(page, watch);
  return {
    opened,
    scrolled: { ...scrolled, frameMs },
    storm: { watched, used, interactionMs, scrolledFrameMs: stormFrameMs },
    held: { before, after: await thread.held() },
  };
}
