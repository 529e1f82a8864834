import { FilterOutlined } from '@ant-design/icons';
import type { FilterResource, UserRole } from '@omc/api';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AddButton } from '../../components/add-button.js';
import { Notice } from '../../components/notice.js';
import { TablePage } from '../../components/table-page.js';
import { TablePanel } from '../../components/table-panel.js';
import { useFilters } from '../../data/queries.js';
import { mayEngineer } from '../../data/rights.js';
import { useTask } from '../../data/use-task.js';
import { filterColumns } from './filter-columns.js';
import { type FilterTask, FilterTaskDialog } from './filter-task-dialog.js';
import { useTypeName } from './use-type-name.js';

const idOf = ({ alarmId, ne, object }: FilterResource) => `${alarmId}/${ne ?? ''}/${object ?? ''}`;

/** The hold-off filters as they take effect. */
export default function FiltersPage({ role }: { role: UserRole }): ReactNode {
  const { t } = useTranslation();
  const filters = useFilters();
  const nameOf = useTypeName();
  const { task, begin, said, ends } = useTask<FilterTask>();
  const change = mayEngineer(role) ? begin : undefined;
  const columns = useMemo(() => filterColumns(t, nameOf, change), [t, nameOf, change]);
  return (
    <TablePage
      title={t('filters.title')}
      searchLabel={t('filters.search')}
      said={said}
      count={(count) => t('filters.count', { count })}
      actions={change && <AddButton onClick={() => change({ kind: 'add' })}>{t('filters.add')}</AddButton>}
      dialog={task && <FilterTaskDialog task={task} nameOf={nameOf} {...ends} />}
    >
      <p className="page-intro">{t('filters.intro')}</p>
      <TablePanel
        name="filters"
        label={t('filters.list')}
        query={filters}
        rows={filters.data}
        rowId={idOf}
        columns={columns}
        onEnter={change && ((filter: FilterResource) => change({ kind: 'edit', filter }))}
        failed={t('filters.failed')}
        noMatch={t('filters.noMatch')}
        empty={<Notice icon={<FilterOutlined />} title={t('filters.empty')} />}
      />
    </TablePage>
  );
}
