import { DeleteOutlined, SwapOutlined } from '@ant-design/icons';
import type { ColDef } from 'ag-grid-community';
import type { CustomCellRendererProps } from 'ag-grid-react';
import type { TFunction } from 'i18next';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/notice.js';
import { ResourceNotice } from '../../components/resource-notice.js';
import { ResourceTable } from '../../components/resource-table.js';
import { RowButton } from '../../components/row-button.js';
import { useTrapRules } from '../../data/trap-queries.js';
import type { TrapTask } from './trap-task.js';

type Rule = NonNullable<ReturnType<typeof useTrapRules>['data']>[number];

interface TrapRulesProps {
  readonly search: string;
  /** Undefined for who may not change rules. */
  readonly setTask: ((task: TrapTask) => void) | undefined;
}

const idOf = ({ name, origin, place }: Rule) => `${origin} ${name} ${place}`;

/** What notifications mean, rule by rule, in the order in which they are asked. */
export function TrapRules({ search, setTask }: TrapRulesProps): ReactNode {
  const { t } = useTranslation();
  const rules = useTrapRules();
  const [shown, setShown] = useState(0);
  const columns = useMemo(() => columnsOf(t, setTask), [t, setTask]);
  return (
    <section className="list-area" aria-label={t('trapPart.rules')}>
      <ResourceTable
        name="trap-rules"
        rows={rules.data}
        rowId={idOf}
        columns={columns}
        search={search}
        onShown={setShown}
      />
      <ResourceNotice
        query={rules}
        count={rules.data?.length}
        shown={shown}
        failed={t('traps.rulesFailed')}
        noMatch={t('traps.rulesNoMatch')}
        empty={<Notice icon={<SwapOutlined />} title={t('traps.rulesEmpty')} />}
      />
    </section>
  );
}

function ActionsCell({
  data,
  setTask,
}: CustomCellRendererProps<Rule> & Pick<TrapRulesProps, 'setTask'>): ReactNode {
  const { t } = useTranslation();
  if (data?.origin !== 'stored' || !setTask) return null;
  return (
    <RowButton
      icon={<DeleteOutlined aria-hidden="true" />}
      title={t('traps.removeRule')}
      label={t('traps.removeRuleNamed', { name: data.name })}
      onClick={() => setTask({ kind: 'remove-rule', rule: data })}
    />
  );
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
      initialWidth: 80,
      field: 'place',
      initialSort: 'asc',
      cellClass: 'cell-number',
      headerClass: 'head-number',
    },
    { colId: 'name', headerName: t('traps.rule'), initialWidth: 200, field: 'name', tooltipField: 'name' },
    { ...member('notification', t('traps.notification'), 220), initialFlex: 1 },
    { ...member('when', t('traps.when'), 160) },
    member('action', t('traps.action'), 90),
    member('alarmId', t('history.type'), 130),
    member('state', t('alarms.state'), 110),
    member('object', t('column.object'), 160),
    {
      colId: 'origin',
      headerName: t('filters.origin'),
      initialWidth: 110,
      valueGetter: ({ data }) => data && t(`trapOrigin.${data.origin}`),
      cellClass: ({ data }) => `origin-${data?.origin === 'stored' ? 'stored' : 'catalogue'}`,
    },
    {
      colId: 'fault',
      headerName: t('traps.fault'),
      initialWidth: 140,
      field: 'fault',
      cellClass: 'is-bad',
      tooltipField: 'fault',
    },
    ...(setTask
      ? [
          {
            colId: 'actions',
            headerName: t('nes.actions'),
            initialWidth: 80,
            sortable: false,
            cellRenderer: ActionsCell,
            cellRendererParams: { setTask },
          },
        ]
      : []),
  ];
}
