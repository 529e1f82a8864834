import { describe, expect, it } from 'vitest';
import type { Alarm } from '../alarm.js';
import type { AlarmHolder } from '../alarm-holder.js';
import { NaiveCorrelation } from '../testing/naive-correlation.js';
import { RANDOM_SEEDS, randomNetwork } from '../testing/random-network.js';
import { Correlation } from './correlation.js';

const settings = { graceMs: () => 0, clearsAt: () => undefined, inferredCauses: () => [] };

describe('the correlation of a random network', () => {
  it.each(RANDOM_SEEDS)('is, after every change, what the plain rules say (seed %i)', (seed) => {
    const network = randomNetwork(seed);
    const correlation = new Correlation(network.catalogue, settings);
    const holders = new Map<string, AlarmHolder>();
    for (let step = 0; step < 150; step++) {
      const change = network.next();
      if (change.kind === 'topology') correlation.setTopology(change.ne, change.topology);
      else if (change.kind === 'clear') {
        correlation.clear(change.alarm.id);
        holders.delete(change.alarm.id);
      } else {
        const holder = { alarm: change.alarm as Alarm | undefined };
        holders.set(change.alarm.id, holder);
        correlation.raise(change.alarm, holder);
      }
      // Some changes are found out about together.
      if (change.isLast) {
        for (const { open, correlation: is } of correlation.settle(step))
          open.holder.alarm = { ...(open.holder.alarm as Alarm), correlation: is };
        const told = [...holders.values()].map(({ alarm }) => [
          alarm?.id,
          alarm?.correlation.role === 'symptom' ? alarm.correlation.rootIds : [],
        ]);
        const model = new NaiveCorrelation(network.catalogue, network.topologies, network.active);
        expect(new Map(told as never)).toEqual(model.roots());
      }
    }
  });
});
