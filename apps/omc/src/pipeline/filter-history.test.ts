import { fileURLToPath } from 'node:url';
import { AlarmWriter, type Command, type KeyChange } from '@omc/alarm';
import { loadCatalogue } from '@omc/catalogue';
import { expect, test } from 'vitest';
import { FilterHistory } from './filter-history.js';

const ALARM_TYPES = fileURLToPath(new URL('../../../../config/alarm-types.yaml', import.meta.url));

const changeOf = (ne: string, at: number): KeyChange => ({ ne, object: '', state: 'fault', at });

test('leaves out what was read of an NE that was removed since', async () => {
  const loaded = await loadCatalogue(ALARM_TYPES);
  if (!loaded.ok) throw new Error(loaded.faults.join());
  const writer = new AlarmWriter(
    loaded.catalogue,
    {
      nes: [],
      filters: [],
      topologies: [],
      typeSettings: [],
      activeAlarms: [],
      shelves: [],
      sequences: { journalSeq: 0, changeSeq: 0 },
    },
    () => '',
  );
  const answers = [
    { changes: [changeOf('a', 1), changeOf('b', 2)], upTo: 2, removed: new Set<string>() },
    { changes: [changeOf('a', 4)], upTo: 4, removed: new Set(['a']) },
  ];
  const history = new FilterHistory(
    { keyHistory: async () => answers.shift() ?? expect.unreachable() },
    writer,
    () => 5,
  );
  const command: Command = {
    kind: 'set-filter',
    filter: { alarmId: 29240, rule: { statWindow: 3600, statCreate: 5, statRestore: 2 } },
    by: 'admin',
  };
  await history.prepare(command);
  expect(await history.complete(command)).toMatchObject({ history: [changeOf('b', 2), changeOf('a', 4)] });
});
