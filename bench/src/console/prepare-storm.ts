import { fillHistory } from '../lists/fill-history.js';
import type { LoadProcess } from '../load/load-process.js';
import { inDatabase } from '../stage/bench-database.js';
import type { Stage } from '../stage/stage.js';

const SOURCES = 2_000;
const NES = 100;
const KEYS = 50;
/** The type of alarm that the storm brings. */
export const STORMY = 29243;

/** So many active alarms in the database, and NEs that are ready to bring more. */
export async function prepareStorm(stage: Stage, active: number): Promise<LoadProcess<number>> {
  await stage.omc.end();
  await inDatabase(stage.database.url, (client) => fillHistory(client, { nes: SOURCES, active, cleared: 0 }));
  await stage.omc.start();
  const load = await stage.startLoad<number>('load/deciding-nes', NES, KEYS);
  const client = await stage.client();
  await client.setFilter({ alarmId: STORMY, createWindow: 1, restoreWindow: 1 });
  await stage.addNes('deciding', NES, load.ready);
  return load;
}
