import { type AlarmType, type Catalogue, NE_DISCONNECTED } from '@omc/alarm';

/** The alarm type that the benchmarks of the core go by. */
export const CELL_UNAVAILABLE = 29240;

const words = { en: 'Cell Unavailable', zh: '小区不可用' };

function type(alarmId: number, rest: Partial<AlarmType>): AlarmType {
  return {
    alarmId,
    name: words,
    meaning: words,
    effect: words,
    causes: words,
    firstSteps: words,
    objectType: 'Cell',
    severity: 'major',
    eventType: 'qualityOfServiceAlarm',
    probableCause: 'unavailable',
    failureClass: 'down',
    origin: 'report',
    source: 'benchmark',
    ...rest,
  };
}

/** What the core needs at the least: 301, and a type with a wide window. */
export const coreCatalogue: Catalogue = new Map(
  [
    type(NE_DISCONNECTED, { origin: 'handshake' }),
    type(CELL_UNAVAILABLE, { filter: { createWindow: 900, restoreWindow: 15 } }),
  ].map((each) => [each.alarmId, each]),
);
