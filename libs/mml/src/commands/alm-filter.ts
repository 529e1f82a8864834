import type { FilterRule } from '@omc/alarm';
import type { ListedFilter } from '../backend.js';
import type { Column, Row } from '../report/result-table.js';
import { defineCommand } from '../table/command-spec.js';
import { done } from '../table/outcome.js';
import type { ArgumentsOf, ParameterSpec } from '../table/parameter.js';
import { withoutUndefined } from '../without-undefined.js';
import { filterMembers } from './filter-members.js';
import { refuse } from './refuse.js';
import { AID, NE, OBJ } from './scope-parameters.js';

const seconds = { kind: 'seconds', min: 0, max: 3600 } as const;
const count = { kind: 'integer', min: 0, max: 1000 } as const;

const memberParameters = [
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

const scopeParameters = [
  { ...AID, required: true },
  { ...NE, help: 'The filter of this NE; every NE where it is not named' },
  { ...OBJ, needs: 'NE', help: 'The filter of this object of the NE; every object where it is not named' },
] as const satisfies readonly ParameterSpec[];

type ScopeArguments = ArgumentsOf<typeof scopeParameters>;
type MemberArguments = ArgumentsOf<typeof memberParameters>;

const scopeOf = ({ AID: alarmId, NE: ne, OBJ: object }: ScopeArguments) => ({
  alarmId,
  ...withoutUndefined({ ne, object }),
});

/** Sets members of a hold-off filter. */
export const setAlmFilter = defineCommand(
  {
    verb: 'SET',
    object: 'ALMFILTER',
    title: { en: 'Set the hold-off filter of an alarm type', zh: '设置告警过滤参数' },
    role: 'engineer',
    parameters: [...scopeParameters, ...memberParameters],
    atLeastOneOf: Object.keys(filterMembers),
    notes: [
      'What is not named keeps its value.',
      'The change is in force when the report comes; it applies to what is running, too.',
    ],
    example: 'SET ALMFILTER: AID=29240, CTW=90, RTW=15;',
  },
  async (args, { backend, user }) => {
    const result = await backend.setFilter(scopeOf(args), membersOf(args), user);
    return result.ok ? done : refuse(result);
  },
);

function membersOf(args: MemberArguments): FilterRule {
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

/** Removes a stored hold-off filter. */
export const rmvAlmFilter = defineCommand(
  {
    verb: 'RMV',
    object: 'ALMFILTER',
    title: { en: 'Remove a stored hold-off filter', zh: '删除告警过滤参数' },
    role: 'engineer',
    parameters: scopeParameters,
    notes: ['Removes the filter of exactly this scope; the next less specific one takes its place.'],
    example: 'RMV ALMFILTER: AID=29240, NE=eNB-100001;',
  },
  async (args, { backend, user }) => {
    const result = await backend.removeFilter(scopeOf(args), user);
    return result.ok ? done : refuse(result);
  },
);

/** Lists hold-off filters. */
export const lstAlmFilter = defineCommand(
  {
    verb: 'LST',
    object: 'ALMFILTER',
    title: { en: 'List hold-off filters', zh: '查询告警过滤参数' },
    role: 'viewer',
    parameters: [
      AID,
      { ...NE, help: 'Only filters stored for this NE' },
      { ...OBJ, help: 'Only filters stored for this object' },
    ],
    notes: ['All members are shown as they take effect; ORIGIN tells stored filters from the catalogue.'],
    example: 'LST ALMFILTER: AID=29240;',
  },
  async ({ AID: alarmId, NE: ne, OBJ: object }, { backend }) => {
    const result = await backend.listFilters(withoutUndefined({ alarmId, ne, object }));
    if (!result.ok) return refuse(result);
    return { ok: true, table: { title: 'Alarm filters', columns, rows: result.value.map(rowOf) } };
  },
);

const columns: readonly Column[] = ['AID', 'NE', 'OBJ', ...Object.keys(filterMembers), 'ORIGIN'].map(
  (name) => ({ key: name, title: name }),
);

function rowOf(filter: ListedFilter): Row {
  return {
    AID: filter.alarmId,
    NE: filter.ne,
    OBJ: filter.object,
    RTP: filter.realTime ? 'ON' : 'OFF',
    CTW: filter.createWindow,
    CTH: filter.createThreshold,
    RTW: filter.restoreWindow,
    RTH: filter.restoreThreshold,
    STATTW: filter.statWindow,
    STATCTH: filter.statCreate,
    STATRTH: filter.statRestore,
    ORIGIN: filter.origin === 'stored' ? 'STORED' : 'CATALOGUE',
  };
}
