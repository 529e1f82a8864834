import { NETWORK } from '@omc/alarm';
import type { ListedFilter, MmlBackend } from '../backend.js';
import type { Column, Row } from '../report/result-table.js';
import { defineCommand } from '../table/command-spec.js';
import { done, type Outcome } from '../table/outcome.js';
import { withoutUndefined } from '../without-undefined.js';
import { filterMembers } from './filter-members.js';
import { memberParameters, membersOf, scopeOf, scopeParameters } from './filter-parameters.js';
import { refuse } from './refuse.js';
import { AID, NE, OBJ } from './scope-parameters.js';

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
      { en: 'What is not named keeps its value.', zh: '未指定的参数保持原值。' },
      {
        en: 'The change is in force when the report comes; it applies to what is running, too.',
        zh: '返回报告时已生效，对正在进行的判定同样有效。',
      },
    ],
    example: 'SET ALMFILTER: AID=29240, CTW=90, RTW=15;',
  },
  async (args, { backend, user }) => {
    const result = await backend.setFilter(scopeOf(args), membersOf(args), user);
    return result.ok ? await setFor(args.NE, backend) : refuse(result);
  },
);

/** A filter may be set before its NE is there; a slip in the name should not go unnoticed. */
async function setFor(ne: string | undefined, backend: MmlBackend): Promise<Outcome> {
  const known = ne === undefined || ne === NETWORK ? undefined : await backend.listNes({ ne });
  if (ne === undefined || !known?.ok || known.value.length > 0) return done;
  const note = {
    en: `NE ${ne} is not registered; the filter counts once it is`,
    zh: `网元${ne}未注册；注册后该参数生效`,
  };
  return { ok: true, preface: [note] };
}

/** Lists hold-off filters. */
export const lstAlmFilter = defineCommand(
  {
    verb: 'LST',
    object: 'ALMFILTER',
    title: { en: 'List hold-off filters', zh: '查询告警过滤参数' },
    role: 'viewer',
    parameters: [
      AID,
      { ...NE, help: { en: 'Only filters stored for this NE', zh: '仅限为该网元保存的参数' } },
      { ...OBJ, help: { en: 'Only filters stored for this object', zh: '仅限为该对象保存的参数' } },
    ],
    notes: [
      {
        en: 'All members are shown as they take effect; ORIGIN tells stored filters from the catalogue.',
        zh: '显示实际生效的各参数；ORIGIN区分已保存的参数与告警目录中的参数。',
      },
    ],
    example: 'LST ALMFILTER: AID=29240;',
  },
  async ({ AID: alarmId, NE: ne, OBJ: object }, { backend }) => {
    const result = await backend.listFilters(withoutUndefined({ alarmId, ne, object }));
    if (!result.ok) return refuse(result);
    return {
      ok: true,
      table: { title: { en: 'Alarm filters', zh: '告警过滤参数' }, columns, rows: result.value.map(rowOf) },
    };
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
