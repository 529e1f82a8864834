import { type Role, roles, type Severity, severities } from '@omc/alarm';
import type { AlarmSelection } from '../backend-alarms.js';
import { lower, upper } from '../letter-case.js';
import type { ArgumentsOf, ParameterSpec } from '../table/parameter.js';
import { withoutUndefined } from '../without-undefined.js';
import { AID, NE } from './scope-parameters.js';

/** The severities as MML writes them. */
export const levels: readonly Uppercase<Severity>[] = severities.map(upper);
const parts: readonly Uppercase<Role>[] = roles.map(upper);
const MOST = 1000;

/** Which alarms to list. */
export const alarmParameters = [
  { ...AID, most: MOST },
  NE,
  {
    name: 'ALVL',
    type: { kind: 'enum', values: levels },
    most: severities.length,
    help: { en: 'Severity', zh: '级别' },
  },
  {
    name: 'ROLE',
    type: { kind: 'enum', values: parts },
    most: roles.length,
    help: { en: 'Part in a disturbance', zh: '在故障中的角色' },
  },
] as const satisfies readonly ParameterSpec[];

/** From when and until when alarms were raised. */
export const timeParameters = [
  {
    name: 'ST',
    type: { kind: 'time' },
    help: { en: 'Raised from here on', zh: '产生时间的起点' },
  },
  { name: 'ET', type: { kind: 'time' }, help: { en: 'Raised up to here', zh: '产生时间的终点' } },
] as const satisfies readonly ParameterSpec[];

/** The alarms that a command names. */
export function alarmsNamed(
  { AID: alarmIds, NE: ne, ALVL, ROLE }: ArgumentsOf<typeof alarmParameters>,
  times: Partial<ArgumentsOf<typeof timeParameters>> = {},
): Omit<AlarmSelection, 'state'> {
  return withoutUndefined({
    alarmIds,
    ne,
    severities: ALVL?.map(lower),
    roles: ROLE?.map(lower),
    fromAt: times.ST,
    untilAt: times.ET,
  });
}
