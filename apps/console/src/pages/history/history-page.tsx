import { HistoryOutlined } from '@ant-design/icons';
import type { AlarmResource } from '@omc/api';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportMenu } from '../../components/export-menu.js';
import { MoreRows } from '../../components/more-rows.js';
import { Notice } from '../../components/notice.js';
import { ResourceNotice } from '../../components/resource-notice.js';
import { ResourceTable } from '../../components/resource-table.js';
import { useHistory } from '../../data/history-queries.js';
import { historyQuery } from '../../data/history-view.js';
import { navigate, useUrlState } from '../../data/use-url-state.js';
import { useLanguage } from '../../i18n/use-language.js';
import { AlarmDetail } from '../alarms/detail/alarm-detail.js';
import { historyColumns } from './history-columns.js';
import { HistoryFilters } from './history-filters.js';

const idOf = ({ id }: AlarmResource) => id;
const open = ({ id }: AlarmResource) => navigate({ alarm: id });

/** A search over the alarms of the past, and all that it finds as a file. */
export default function HistoryPage(): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const { own, alarm } = useUrlState();
  const { found, alarms } = useHistory(own);
  const [shown, setShown] = useState(0);
  const columns = useMemo(() => historyColumns(t, language), [t, language]);
  const more = () => {
    if (found.hasNextPage && !found.isFetchingNextPage) void found.fetchNextPage();
  };
  return (
    <div className="page">
      <div className="page-bar">
        <h1>{t('history.title')}</h1>
        <span className="header-gap" />
        <span className="shown-count">
          {t(found.hasNextPage ? 'history.firstOf' : 'alarms.shown', { count: shown })}
        </span>
        <ExportMenu path="/alarms/export" query={() => historyQuery(own, Date.now())} />
      </div>
      <HistoryFilters />
      <div className="alarms-panes">
        <section className="list-area list-column" aria-label={t('history.title')}>
          <ResourceTable
            name="history"
            rows={alarms}
            rowId={idOf}
            columns={columns}
            search=""
            onShown={setShown}
            onEnter={open}
            onClick={open}
            onEnd={more}
          />
          <MoreRows query={found} />
          <ResourceNotice
            query={found}
            count={alarms?.length}
            shown={shown}
            failed={t('history.failed')}
            noMatch={t('alarms.emptyFiltered')}
            empty={
              <Notice
                icon={<HistoryOutlined />}
                title={t(Object.keys(own).length > 0 ? 'alarms.emptyFiltered' : 'alarms.emptyHistory')}
                hint={Object.keys(own).length > 0 ? t('history.noMatchHint') : undefined}
              />
            }
          />
        </section>
        {alarm !== null && <AlarmDetail key={alarm} id={alarm} onClose={() => navigate({ alarm: null })} />}
      </div>
    </div>
  );
}
