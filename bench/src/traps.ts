import type { LoadProcess } from './load/load-process.js';
import { memoryOf } from './measure/memory-of.js';
import { progress } from './measure/progress.js';
import { rounded } from './measure/rounded.js';
import { inDatabase } from './stage/bench-database.js';
import { runBench } from './stage/run-bench.js';
import type { Stage } from './stage/stage.js';
import { findProgram } from './traps/find-program.js';
import { highestWithoutLoss, measureSink, type SinkFigures } from './traps/measure-sink.js';
import { omcSink } from './traps/omc-sink.js';
import { startSnmptrapd } from './traps/snmptrapd.js';
import { drainWithSnmptt } from './traps/snmptt.js';

/**
 * SNMP v2c traps over UDP, of NEs whose cells toggle inside their windows: at the rates that the OMC has to bear, then
 * at growing ones up to the first that loses any. Every trap is accounted for: committed, rejected or dropped by the
 * kernel. Baselines: snmptrapd, which writes them to a file, at the same growing rates; snmptt's daemon.
 */
const NES = Number(process.env['BENCH_NES'] ?? 2000);
const KEYS = 10;
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 15);
const SUSTAINED = [10_000, 20_000];
const GROWING = [10_000, 15_000, 20_000, 25_000, 30_000, 40_000, 50_000, 60_000];
const GROWING_SECONDS = 3;
const SPOOLED = 5_000;

await runBench('traps', async (stage) => {
  await stage.addTrapSenders('traps', NES);
  const maker = await stage.startLoad<null>('load/trap-maker', NES, KEYS);
  const sink = omcSink(stage);
  progress('the OMC');
  await measureSink(sink, maker, SUSTAINED[0] ?? 0, 3);
  const sustained: SinkFigures[] = [];
  for (const rate of SUSTAINED) sustained.push(await measureSink(sink, maker, rate, SECONDS));
  // Each trap so far was a change of its key's raw state, so that each is a row.
  const committed = { reports: await sink.kept(), inJournal: await rowsOfJournal(stage) };
  const highest = await highestWithoutLoss(sink, maker, GROWING, GROWING_SECONDS);
  const memory = memoryOf(stage.omc.pid);
  await stage.omc.end();
  const snmptrapd = await withSnmptrapd(maker);
  const snmptt = await withSnmptt();
  const perSecond = highest?.keptPerSecond ?? 0;
  return {
    nes: NES,
    keysPerNe: KEYS,
    sustained,
    highest: highest ?? null,
    committed,
    ...memory,
    baselines: { snmptrapd, snmptt },
    ratios: {
      toSnmptrapd: snmptrapd === null ? null : rounded(perSecond / snmptrapd.keptPerSecond),
      toSnmptt: snmptt === null ? null : rounded(perSecond / snmptt.perSecond),
    },
  };
});

function rowsOfJournal(stage: Stage): Promise<number> {
  return inDatabase(stage.database.url, async (client) => {
    const { rows } = await client.query<{ count: string }>(
      'select count(*) from journal where alarm_id = 29240',
    );
    return Number(rows[0]?.count);
  });
}

async function withSnmptrapd(maker: LoadProcess<null>): Promise<SinkFigures | null> {
  const program = findProgram('snmptrapd', 'snmptrapd');
  if (program === null) return null;
  progress('baseline: snmptrapd');
  const daemon = await startSnmptrapd(program);
  try {
    return (await highestWithoutLoss(daemon, maker, GROWING, GROWING_SECONDS)) ?? null;
  } finally {
    await daemon.end();
  }
}

async function withSnmptt() {
  const program = findProgram('snmptt', 'snmptt');
  if (program === null) return null;
  progress('baseline: snmptt');
  return await drainWithSnmptt(program, SPOOLED);
}
