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
    help: 'Real-time reporting: ON is no hold-off and no statistics',
  },
  { name: 'CTW', type: seconds, help: 'Window that is looked at to raise' },
  {
    name: 'CTH',
    type: seconds,
    help: 'Raise once in fault for this much of CTW; the whole of CTW where only that is named',
  },
  { name: 'RTW', type: seconds, help: 'Window that is looked at to clear' },
  {
    name: 'RTH',
    type: seconds,
    help: 'Clear once in fault for at most this much of RTW; 0 where only RTW is named',
  },
  { name: 'STATTW', type: seconds, help: 'Window in which faults are counted; 0 is off' },
  { name: 'STATCTH', type: count, help: 'Raise once this many faults began within STATTW' },
  { name: 'STATRTH', type: count, help: 'Clear only while at most this many did; less than STATCTH' },
] as const satisfies readonly ParameterSpec[];

/** The scope of a hold-off filter. */
export const scopeParameters = [
  { ...AID, required: true },
  { ...NE, help: 'The filter of this NE; every NE where it is not named' },
  { ...OBJ, needs: 'NE', help: 'The filter of this object of the NE; every object where it is not named' },
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
