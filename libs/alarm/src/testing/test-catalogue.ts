import type { AlarmType, Catalogue } from '../catalogue.js';
import { NE_DISCONNECTED } from '../link-desk.js';

/** The alarm types that the core's tests go by. */
export const CELL = 29240;
export const INTERFACE = 29201;
export const STANDING_WAVE = 26529;
export const DERIVED = 90001;

const said = { en: 'words', zh: '词' };
export const typeOf = (alarmId: number, rest: Partial<AlarmType>): AlarmType => ({
  alarmId,
  name: { en: `Type ${alarmId}`, zh: `类型 ${alarmId}` },
  meaning: said,
  effect: said,
  causes: said,
  firstSteps: said,
  objectType: 'Cell',
  severity: 'major',
  eventType: 'communicationsAlarm',
  probableCause: 'unavailable',
  failureClass: 'down',
  origin: 'report',
  source: 'test',
  ...rest,
});

/** A cell with windows (90 in 90 s, 0 in 15 s), an interface without, one type that latches, 301 and a derived one. */
export const testCatalogue: Catalogue = new Map(
  [
    typeOf(NE_DISCONNECTED, { origin: 'handshake', severity: 'critical' }),
    typeOf(CELL, { filter: { createWindow: 90, restoreWindow: 15 } }),
    typeOf(INTERFACE, {}),
    typeOf(STANDING_WAVE, {
      severity: 'minor',
      latch: { info: { vswrSwitch: 'on' }, releasedBy: { restarted: true } },
    }),
    typeOf(DERIVED, { origin: 'derived' }),
  ].map((type) => [type.alarmId, type]),
);
