import { MmlClient, until } from '@omc/harness';
import { memoryOf } from './measure/memory-of.js';
import { progress } from './measure/progress.js';
import { rounded } from './measure/rounded.js';
import { runBench } from './stage/run-bench.js';
import type { Stage } from './stage/stage.js';

/**
 * All active alarms listed over MML, of which there are very many: alone, and while other sessions have asked for the
 * same and take nothing. What is measured is whether the OMC's memory stays where it was. Baseline: the same list by
 * REST, page by page.
 */
const NES = Number(process.env['BENCH_NES'] ?? 2000);
const KEYS = 50;
const DEAF = 20;
const LIST = 'LST ALMAF: ALL=YES;';

await runBench('mml', async (stage) => {
  const load = await stage.startLoad<number>('load/storm-nes', NES, KEYS);
  await stage.addNes('storm', NES, load.ready);
  progress(`${NES * KEYS} alarms`);
  await load.ask('raise');
  await until('all alarms to be active', async () => (await stage.alarms()) >= NES * KEYS);
  const { rssMiB } = memoryOf(stage.omc.pid);
  progress('listed by REST');
  const rest = await listedByRest(stage);
  progress('listed by MML');
  const client = await MmlClient.logIn(stage.omc.mmlPort);
  const alone = await listed(client);
  progress(`listed by MML, beside ${DEAF} who take nothing`);
  const deaf = await Promise.all(Array.from({ length: DEAF }, () => deafClient(stage)));
  const crowded = await listed(client);
  const after = memoryOf(stage.omc.pid);
  for (const { socket } of [client, ...deaf]) socket.destroy();
  return {
    ...{ alone, crowded, rssBeforeMiB: rssMiB, ...after, grownMiB: after.rssMiB - rssMiB },
    baselines: { rest },
    ratios: { toRest: rounded(alone.seconds / rest.seconds) },
  };
});

/** Takes the whole list. */
async function listed(client: MmlClient) {
  const startedAt = performance.now();
  let report = await client.run(LIST);
  const firstMs = Math.round(performance.now() - startedAt);
  let reports = 1;
  for (; report.includes('To be continued...'); reports += 1) report = await client.report();
  const rows = Number(/^\(Number of results = (\d+)\)$/m.exec(report)?.[1]);
  return { rows, reports, firstMs, seconds: rounded((performance.now() - startedAt) / 1000) };
}

/** Asks for the list and takes nothing of it. */
async function deafClient(stage: Stage): Promise<MmlClient> {
  const client = await MmlClient.logIn(stage.omc.mmlPort);
  client.socket.pause();
  client.socket.write(`${LIST}\n`);
  return client;
}

async function listedByRest(stage: Stage) {
  const client = await stage.client();
  const startedAt = performance.now();
  let rows = 0;
  for (let cursor: string | null = ''; cursor !== null; ) {
    const after: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = await client.get<{ items: unknown[]; nextCursor: string | null }>(
      `/api/v1/alarms?limit=1000${after}`,
    );
    rows += page.body.items.length;
    cursor = page.body.nextCursor;
  }
  return { rows, seconds: rounded((performance.now() - startedAt) / 1000) };
}
