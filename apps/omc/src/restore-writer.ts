import {
  type Alarm,
  AlarmWriter,
  type Catalogue,
  type DerivedSettings,
  type Sequences,
  type ShelfSettings,
} from '@omc/alarm';
import type { Store } from '@omc/store';
import { v7 as uuidv7 } from 'uuid';

/** Brings the writer back to where it was: from the newest checkpoint and the journal's tail. */
export async function restoreWriter(
  store: Store,
  catalogue: Catalogue,
  activeAlarms: readonly Alarm[],
  sequences: Sequences,
  derived: DerivedSettings,
  shelving: ShelfSettings,
): Promise<{ readonly writer: AlarmWriter; readonly replayedFrom: number }> {
  const checkpoint = await store.checkpoints.newest();
  const replayedFrom = checkpoint?.journalSeq ?? 0;
  const writer = new AlarmWriter(
    catalogue,
    {
      nes: await store.nes(),
      filters: checkpoint?.filters ?? [],
      topologies: await store.topologies(),
      typeSettings: await store.typeSettings(),
      autoAcknowledgement: await store.autoAcknowledgement(),
      activeAlarms,
      shelves: await store.shelves(),
      sequences,
    },
    uuidv7,
    derived,
    shelving,
  );
  if (checkpoint !== undefined)
    for await (const ne of store.checkpoints.nes(checkpoint.number)) writer.bringBack(ne);
  for await (const page of store.journal(replayedFrom)) for (const entry of page) writer.replay(entry);
  for (const { scope, sinceAt } of writer.lookbacks)
    writer.recall(scope.alarmId, (await store.keyHistory(scope, sinceAt, 0)).changes);
  writer.ready(await store.filters());
  return { writer, replayedFrom };
}
