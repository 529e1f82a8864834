import { ReplayError } from './replay-error.js';

/** What an alarm of a log is called on the NE link. */
export interface MappedAlarm {
  readonly object: string;
  readonly alarmId: number;
}

/** Alarm types that eNodeBs report, with the type of object that they are on. */
const TYPES: ReadonlyMap<number, string> = new Map([
  [25622, 'Power'],
  [25888, 'SctpLink'],
  [25952, 'UserPlanePath'],
  [25955, 'SctpLink'],
  [26122, 'SatelliteCard'],
  [26231, 'IrPort'],
  [26232, 'IrPort'],
  [26234, 'IrPort'],
  [26235, 'Rru'],
  [26321, 'IrPort'],
  [26323, 'IrPort'],
  [26324, 'IrPort'],
  [26504, 'Port'],
  [26508, 'Port'],
  [26529, 'TxChannel'],
  [29201, 'S1Interface'],
  [29204, 'X2Interface'],
  [29213, 'ControlPlane'],
  [29240, 'Cell'],
  [29243, 'Cell'],
  [29245, 'Cell'],
  [29290, 'Cell'],
  [90010, 'Interface'],
]);

/** Which alarm types stand for which numbers of a log; `others` for those not named. */
export interface AlarmMap {
  readonly named: ReadonlyMap<number, number>;
  readonly others?: number;
}

const PAIR = /^(\d{1,12}|\*)=(\d{1,9})$/;

/** Reads pairs of a log's number and an alarm type, `0=29240,7=25888,*=29201`; undefined where they are none. */
export function readAlarmMap(text: string): AlarmMap | undefined {
  const named = new Map<number, number>();
  let others: number | undefined;
  for (const pair of text.split(',')) {
    const [, from, to] = PAIR.exec(pair.trim()) ?? [];
    if (from === undefined) return undefined;
    if (from === '*') others = Number(to);
    else named.set(Number(from), Number(to));
  }
  return { named, ...(others !== undefined && { others }) };
}

/**
 * Names the alarms of a log: those that the map does not name are spread over the alarm types in the order of
 * their numbers. The object bears the log's number, so that no two of them become one.
 */
export function mapAlarms(numbers: Iterable<number>, map: AlarmMap): ReadonlyMap<number, MappedAlarm> {
  const types = [...TYPES.keys()];
  const sorted = [...new Set(numbers)].sort((one, other) => one - other);
  return new Map(
    sorted.map((number, place) => {
      const alarmId = map.named.get(number) ?? map.others ?? types[place % types.length];
      if (alarmId === undefined) throw new ReplayError(`nothing stands for alarm ${number}`);
      return [number, { alarmId, object: `${TYPES.get(alarmId) ?? 'Object'}=${number}` }];
    }),
  );
}
