import { DeleteOutlined, SwapOutlined } from '@ant-design/icons';
import type { ColDef } from 'ag-grid-community';
import type { TFunction } from 'i18next';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/notice.js';
import { actionsColumn, type RowAction } from '../../components/row-actions.js';
import { TablePanel } from '../../components/table-panel.js';
import { useTrapRules } from '../../data/trap-queries.js';
import type { TrapTask } from './trap-task.js';

type Rule = NonNullable<ReturnType<typeof useTrapRules>['data']>[number];

interface TrapRulesProps {
  /** Undefined for who may not change rules. */
  readonly setTask: ((task: TrapTask) => void) | undefined;
}

const idOf = ({ name, origin, place }: Rule) => `${origin} ${name} ${place}`;

/** What notifications mean, rule by rule, in the order in which they are asked. */
export function TrapRules({ setTask }: TrapRulesProps): ReactNode {
  const { t } = useTranslation();
  const rules = useTrapRules();
  const columns = useMemo(() => columnsOf(t, setTask), [t, setTask]);
  return (
    <TablePanel
      name="trap-rules"
      label={t('trapPart.rules')}
      query={rules}
      rows={rules.data}
      rowId={idOf}
      columns={columns}
      failed={t('traps.rulesFailed')}
      noMatch={t('traps.rulesNoMatch')}
      empty={<Notice icon={<SwapOutlined />} title={t('traps.rulesEmpty')} />}
    />
  );
}

function actionsOf(t: TFunction, rule: Rule, setTask: (task: TrapTask) => void): RowAction[] {
  if (rule.origin !== 'stored') return [];
  return [
    {
      icon: DeleteOutlined,
      title: t('traps.removeRule'),
      label: t('traps.removeRuleNamed', { name: rule.name }),
      run: () => setTask({ kind: 'remove-rule', rule }),
    },
  ];
}

/** A member of a rule in a line. */
function line(value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => line(one)).join(', ');
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : JSON.stringify(value);
}

function columnsOf(t: TFunction, setTask: TrapRulesProps['setTask']): ColDef<Rule>[] {
  const member = (name: string, headerName: string, width: number): ColDef<Rule> => ({
    colId: name,
    headerName,
    initialWidth: width,
    valueGetter: ({ data }) => line(data?.rule[name]),
    tooltipValueGetter: ({ value }) => value,
  });
  return [
    {
      colId: 'place',
      headerName: t('traps.place'),
      initialWidth: 84,
      field: 'place',
      initialSort: 'asc',
      cellClass: 'cell-number',
      headerClass: 'head-number',
    },
    { colId: 'name', headerName: t('traps.rule'), initialWidth: 172, field: 'name', tooltipField: 'name' },
    { ...member('notification', t('traps.notification'), 220), initialFlex: 1, minWidth: 140 },
    { ...member('when', t('traps.when'), 160), initialFlex: 1, minWidth: 110 },
    member('action', t('traps.action'), 84),
    member('alarmId', t('history.type'), 112),
    member('state', t('alarms.state'), 80),
    { ...member('object', t('column.object'), 160), initialFlex: 1, minWidth: 120 },
    {
      colId: 'origin',
      headerName: t('filters.origin'),
      initialWidth: 94,
      valueGetter: ({ data }) => data && t(`trapOrigin.${data.origin}`),
      cellClass: ({ data }) => `origin-${data?.origin === 'stored' ? 'stored' : 'catalogue'}`,
    },
    {
      colId: 'fault',
      headerName: t('traps.fault'),
      initialWidth: 120,
      field: 'fault',
      cellClass: 'is-bad',
      tooltipField: 'fault',
    },
    ...(setTask ? [actionsColumn<Rule>(t, 80, (rule) => actionsOf(t, rule, setTask))] : []),
  ];
}
