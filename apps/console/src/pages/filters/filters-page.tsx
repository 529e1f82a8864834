import { FilterOutlined, PlusOutlined } from '@ant-design/icons';
import type { FilterResource, UserRole } from '@omc/api';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { PageBar } from '../../components/page-bar.js';
import { ResourceNotice } from '../../components/resource-notice.js';
import { ResourceTable } from '../../components/resource-table.js';
import { useFilters } from '../../data/queries.js';
import { mayEngineer } from '../../data/rights.js';
import { useFind } from '../../data/use-find.js';
import { type FilterActions, filterColumns } from './filter-columns.js';
import { type FilterTask, FilterTaskDialog } from './filter-task-dialog.js';
import { useTypeName } from './use-type-name.js';

const idOf = ({ alarmId, ne, object }: FilterResource) => `${alarmId}/${ne ?? ''}/${object ?? ''}`;

/** The hold-off filters as they take effect. */
export default function FiltersPage({ role }: { role: UserRole }): ReactNode {
  const { t } = useTranslation();
  const filters = useFilters();
  const nameOf = useTypeName();
  const [search, setSearch] = useFind();
  const [shown, setShown] = useState(0);
  const [task, setTask] = useState<FilterTask | null>(null);
  const [said, setSaid] = useState('');
  const actions = useMemo(() => (mayEngineer(role) ? actionsOf(setTask) : undefined), [role]);
  const columns = useMemo(() => filterColumns(t, nameOf, actions), [t, nameOf, actions]);
  const close = (text = '') => {
    setSaid(text);
    setTask(null);
  };
  return (
    <div className="page">
      <PageBar
        title={t('filters.title')}
        searchLabel={t('filters.search')}
        search={search}
        onSearch={setSearch}
        said={said}
        count={t('filters.count', { count: shown })}
      >
        {actions && (
          <Button
            look="strong"
            icon={<PlusOutlined aria-hidden="true" />}
            onClick={() => setTask({ kind: 'add' })}
          >
            {t('filters.add')}
          </Button>
        )}
      </PageBar>
      <p className="page-intro">{t('filters.intro')}</p>
      <section className="list-area" aria-label={t('filters.list')}>
        <ResourceTable
          name="filters"
          rows={filters.data}
          rowId={idOf}
          columns={columns}
          search={search}
          onShown={setShown}
          onEnter={actions?.edit}
        />
        <ResourceNotice
          query={filters}
          count={filters.data?.length}
          shown={shown}
          failed={t('filters.failed')}
          noMatch={t('filters.noMatch')}
          empty={<Notice icon={<FilterOutlined />} title={t('filters.empty')} />}
        />
      </section>
      {task && <FilterTaskDialog task={task} nameOf={nameOf} onDone={close} onClose={close} />}
    </div>
  );
}

function actionsOf(setTask: (task: FilterTask) => void): FilterActions {
  return {
    edit: (filter) => setTask({ kind: 'edit', filter }),
    reset: (filter) => setTask({ kind: 'reset', filter }),
  };
}
