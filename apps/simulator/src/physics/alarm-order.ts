import type { Info } from '@omc/alarm';

/** Alarm types that go by other numbers where radio units are connected by CPRI. */
export const CPRI_TYPES: Readonly<Record<number, number>> = {
  26321: 26_231,
  26323: 26_232,
  26324: 26_234,
  26508: 26_504,
};

/** Types that come before one another on one object. */
const ORDER: readonly (readonly number[])[] = [
  [26_321, 26_323, 26_324],
  [26_231, 26_232, 26_234],
  [25_955, 25_888],
  [29_245, 29_290, 29_240, 29_243],
];

const DEGRADED: readonly number[] = [29_243, 26_323, 26_232, 26_122];
const NOTES: readonly number[] = [29_245, 90_002, 90_003];

/** Degraded ones that tell of the object itself, whatever becomes of what it requires. */
const EQUIPMENT: readonly number[] = [26_529, 26_323, 26_232, 26_122];

/** What a fault means for the service of its object. */
export type FaultClass = 'down' | 'degraded' | 'note';

/** The place of a type among those that come before one another on its object; the first is the strongest. */
export function rankOf(alarmId: number): number {
  const row = ORDER.find((types) => types.includes(alarmId));
  return row === undefined ? 0 : row.indexOf(alarmId);
}

/** What an alarm with this info means for its object. */
export function classOf(alarmId: number, info: Info | undefined): FaultClass {
  if (alarmId === 26_529) return info?.['vswrSwitch'] === 'on' ? 'down' : 'degraded';
  if (alarmId === 25_622) return info?.['battery'] === 'out' ? 'down' : 'note';
  if (NOTES.includes(alarmId)) return 'note';
  return DEGRADED.includes(alarmId) ? 'degraded' : 'down';
}

/** Whether a type tells of trouble of the equipment itself. */
export function isEquipment(alarmId: number): boolean {
  return EQUIPMENT.includes(alarmId);
}
