import type { FilterRule } from '@omc/alarm';
import type { ArgumentsOf, ParameterSpec } from '../table/parameter.js';
import { withoutUndefined } from '../without-undefined.js';
import { AID, NE, OBJ } from './scope-parameters.js';

const seconds = { kind: 'seconds', min: 0, max: 3600 } as const;
const count = { kind: 'integer', min: 0, max: 1000 } as const;

/** The members of a hold-off filter. */
export const memberParameters = [
  {
    name: 'RTP',
    type: { kind: 'enum', values: ['ON', 'OFF'] },
    help: {
      en: 'Real-time reporting: ON is no hold-off and no statistics',
      zh: '实时上报: ON表示不过滤、不统计',
    },
  },
  { name: 'CTW', type: seconds, help: { en: 'Window that is looked at to raise', zh: '产生告警的观察窗' } },
  {
    name: 'CTH',
    type: seconds,
    help: {
      en: 'Raise once in fault for this much of CTW; the whole of CTW where only that is named',
      zh: 'CTW内故障累计达到该时长即产生告警；仅指定CTW时等于CTW',
    },
  },
  { name: 'RTW', type: seconds, help: { en: 'Window that is looked at to clear', zh: '恢复告警的观察窗' } },
  {
    name: 'RTH',
    type: seconds,
    help: {
      en: 'Clear once in fault for at most this much of RTW; 0 where only RTW is named',
      zh: 'RTW内故障累计不超过该时长即恢复；仅指定RTW时为0',
    },
  },
  {
    name: 'STATTW',
    type: seconds,
    help: { en: 'Window in which faults are counted; 0 is off', zh: '故障次数的统计窗；0表示不统计' },
  },
  {
    name: 'STATCTH',
    type: count,
    help: {
      en: 'Raise once this many faults began within STATTW',
      zh: 'STATTW内发生的故障达到该次数即产生告警',
    },
  },
  {
    name: 'STATRTH',
    type: count,
    help: {
      en: 'Clear only while at most this many did; less than STATCTH',
      zh: '次数不超过该值才可恢复；须小于STATCTH',
    },
  },
] as const satisfies readonly ParameterSpec[];

/** The scope of a hold-off filter. */
export const scopeParameters = [
  { ...AID, required: true },
  {
    ...NE,
    help: { en: 'The filter of this NE; every NE where it is not named', zh: '该网元的参数；缺省为所有网元' },
  },
  {
    ...OBJ,
    needs: 'NE',
    help: {
      en: 'The filter of this object of the NE; every object where it is not named',
      zh: '该网元中此对象的参数；缺省为所有对象',
    },
  },
] as const satisfies readonly ParameterSpec[];

/** The scope that a command names. */
export function scopeOf({ AID: alarmId, NE: ne, OBJ: object }: ArgumentsOf<typeof scopeParameters>) {
  return { alarmId, ...withoutUndefined({ ne, object }) };
}

/** The members that a command names. */
export function membersOf(args: ArgumentsOf<typeof memberParameters>): FilterRule {
  return withoutUndefined({
    realTime: args.RTP === undefined ? undefined : args.RTP === 'ON',
    createWindow: args.CTW,
    createThreshold: args.CTH,
    restoreWindow: args.RTW,
    restoreThreshold: args.RTH,
    statWindow: args.STATTW,
    statCreate: args.STATCTH,
    statRestore: args.STATRTH,
  });
}
