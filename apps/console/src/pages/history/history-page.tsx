import { HistoryOutlined } from '@ant-design/icons';
import type { AlarmResource } from '@omc/api';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportMenu } from '../../components/export-menu.js';
import { Notice } from '../../components/notice.js';
import { TablePage } from '../../components/table-page.js';
import { TablePanel } from '../../components/table-panel.js';
import { useEscape } from '../../components/use-escape.js';
import { useFocusReturn } from '../../components/use-focus-return.js';
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
  const columns = useMemo(() => historyColumns(t, language), [t, language]);
  const narrowed = Object.keys(own).length > 0;
  return (
    <TablePage
      title={t('history.title')}
      count={(count, cut) => t(cut ? 'history.firstOf' : 'alarms.shown', { count })}
      actions={<ExportMenu path="/alarms/export" query={() => historyQuery(own, Date.now())} />}
    >
      <HistoryFilters />
      <TablePanel
        name="history"
        label={t('history.title')}
        query={found}
        more={found}
        rows={alarms}
        rowId={idOf}
        columns={columns}
        onOpen={open}
        failed={t('history.failed')}
        noMatch={t('alarms.emptyFiltered')}
        empty={
          <Notice
            icon={<HistoryOutlined />}
            title={t(narrowed ? 'alarms.emptyFiltered' : 'alarms.emptyHistory')}
            hint={narrowed ? t('history.noMatchHint') : undefined}
          />
        }
        detail={alarm !== null && <Detail key={alarm} id={alarm} />}
      />
    </TablePage>
  );
}

function Detail({ id }: { id: string }): ReactNode {
  const close = () => navigate({ alarm: null });
  useEscape(close);
  useFocusReturn();
  return <AlarmDetail id={id} onClose={close} />;
}
