import { HourglassOutlined } from '@ant-design/icons';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../components/choice.js';
import { Notice } from '../../components/notice.js';
import { TablePage } from '../../components/table-page.js';
import { TablePanel } from '../../components/table-panel.js';
import { useLiveStatus } from '../../data/live-context.js';
import { useOwn } from '../../data/use-own.js';
import { useLanguage } from '../../i18n/use-language.js';
import { HiddenTable } from './hidden-table.js';
import { pendingColumns } from './pending-columns.js';
import './pending.css';
import { MOST_PENDING, type PendingRow, usePending } from './use-pending.js';

const keyOf = ({ key }: PendingRow) => key;
const tabs = ['now', 'hidden'] as const;

/** What the hold-off keeps back: the keys in their windows, and what it hid of late. */
export default function PendingPage(): ReactNode {
  const { t } = useTranslation();
  const [tab, setTab] = useOwn('tab', tabs);
  const lost = useLiveStatus(({ link }) => link === 'reconnecting');
  return (
    <TablePage
      className={lost ? 'alarms-lost' : ''}
      title={t('pending.title')}
      searchLabel={t('pending.search')}
      count={(count, cut) => t(cut ? 'pending.cut' : 'pending.count', { count, most: MOST_PENDING })}
      middle={
        <Choice
          label={t('pending.which')}
          value={tab}
          options={tabs.map((value) => ({ value, label: t(`pending.${value}`) }))}
          onChange={setTab}
        />
      }
    >
      <p className="page-intro">{t(tab === 'now' ? 'pending.intro' : 'pending.hiddenIntro')}</p>
      {tab === 'now' ? <PendingTable /> : <HiddenTable />}
    </TablePage>
  );
}

function PendingTable(): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const { query, rows, cut } = usePending();
  const columns = useMemo(() => pendingColumns(t, language), [t, language]);
  return (
    <TablePanel
      name="pending"
      label={t('pending.title')}
      query={query}
      cut={cut}
      rows={rows}
      rowId={keyOf}
      columns={columns}
      failed={t('pending.failed')}
      noMatch={t('pending.noMatch')}
      empty={<Notice icon={<HourglassOutlined />} title={t('pending.empty')} hint={t('pending.emptyHint')} />}
    />
  );
}
