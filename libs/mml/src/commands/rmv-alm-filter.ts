import type { FilterScope } from '@omc/alarm';
import type { MmlBackend } from '../backend.js';
import type { BackendResult } from '../backend-result.js';
import { printValue } from '../grammar/print-command.js';
import { defineCommand } from '../table/command-spec.js';
import { done, type Outcome } from '../table/outcome.js';
import { withoutUndefined } from '../without-undefined.js';
import { CONFIRM, confirmNote } from './confirm.js';
import { scopeOf, scopeParameters } from './filter-parameters.js';
import { refuse } from './refuse.js';
import { AID } from './scope-parameters.js';

const [, NE, OBJ] = scopeParameters;

/** Removes stored hold-off filters. */
export const rmvAlmFilter = defineCommand(
  {
    verb: 'RMV',
    object: 'ALMFILTER',
    title: { en: 'Remove stored hold-off filters', zh: '删除告警过滤参数' },
    role: 'engineer',
    parameters: [
      {
        ...AID,
        help: {
          en: 'Alarm type; every one of them where it is not named',
          zh: '告警类型；缺省为所有告警类型',
        },
      },
      NE,
      OBJ,
      CONFIRM,
    ],
    atLeastOneOf: ['AID', 'NE'],
    notes: [
      {
        en: 'Removes the filter of exactly this scope, or without AID those of all alarm types; the next less specific one takes its place.',
        zh: '仅删除此范围的参数；未指定AID时删除此范围内所有告警类型的参数。之后由上一级范围的参数生效。',
      },
      confirmNote,
    ],
    example: 'RMV ALMFILTER: AID=29240, NE=eNB-100001;',
    asksFirst: ({ parameters }) => {
      if (parameters.some(({ name }) => name === 'AID')) return undefined;
      const given = parameters.map(({ name, value }) => `${name}=${printValue(value)}`).join(', ');
      return {
        en: `Remove the filters of all alarm types for ${given}?`,
        zh: `删除${given}的所有告警类型的过滤参数？`,
      };
    },
  },
  async ({ AID: alarmId, NE: ne, OBJ: object }, { backend, user }) => {
    if (alarmId === undefined) return await removeAll(withoutUndefined({ ne, object }), backend, user);
    const result = await backend.removeFilter(scopeOf({ AID: alarmId, NE: ne, OBJ: object }), user);
    return result.ok ? done : refuse(result);
  },
);

/** One after the other; what stands in the way of one ends it. */
async function removeAll(
  { ne, object }: Pick<Partial<FilterScope>, 'ne' | 'object'>,
  backend: MmlBackend,
  user: string,
): Promise<Outcome> {
  const listed = await backend.listFilters(withoutUndefined({ ne, object }));
  if (!listed.ok) return refuse(listed);
  const stored = listed.value.filter(
    (filter) =>
      filter.origin === 'stored' && filter.ne === (ne ?? null) && filter.object === (object ?? null),
  );
  if (stored.length === 0) return refuse(nothingStored);
  for (const { alarmId } of stored) {
    const result = await backend.removeFilter({ alarmId, ...withoutUndefined({ ne, object }) }, user);
    if (!result.ok) return refuse(result);
  }
  const removed = stored.map(({ alarmId }) => alarmId).join('&');
  return { ok: true, preface: [{ en: `Removed: ${removed}`, zh: `已删除: ${removed}` }] };
}

const nothingStored = {
  ok: false,
  refused: 'not-found',
  reason: 'there is no stored filter of this scope',
} as const satisfies BackendResult<void>;
