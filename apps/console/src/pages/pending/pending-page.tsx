import { HourglassOutlined } from '@ant-design/icons';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../components/choice.js';
import { Notice } from '../../components/notice.js';
import { PageBar } from '../../components/page-bar.js';
import { ResourceNotice } from '../../components/resource-notice.js';
import { ResourceTable } from '../../components/resource-table.js';
import { useLiveStatus } from '../../data/live-context.js';
import { useFind } from '../../data/use-find.js';
import { useLanguage } from '../../i18n/use-language.js';
import { HiddenTable } from './hidden-table.js';
import { pendingColumns } from './pending-columns.js';
import './pending.css';
import { MOST_PENDING, type PendingRow, usePending } from './use-pending.js';

const keyOf = ({ key }: PendingRow) => key;
type Tab = 'now' | 'hidden';

/** What the hold-off keeps back: the keys in their windows, and what it hid of late. */
export default function PendingPage(): ReactNode {
  const { t } = useTranslation();
  const [find, search] = useFind();
  const [tab, setTab] = useState<Tab>('now');
  const [shown, setShown] = useState(0);
  const [cut, setCut] = useState(false);
  const lost = useLiveStatus(({ link }) => link === 'reconnecting');
  return (
    <div className={`page ${lost ? 'alarms-lost' : ''}`}>
      <PageBar
        title={t('pending.title')}
        searchLabel={t('pending.search')}
        search={find}
        onSearch={search}
        said=""
        count={t(cut && tab === 'now' ? 'pending.cut' : 'pending.count', {
          count: shown,
          most: MOST_PENDING,
        })}
        middle={
          <Choice
            label={t('pending.which')}
            value={tab}
            options={(['now', 'hidden'] as const).map((value) => ({ value, label: t(`pending.${value}`) }))}
            onChange={setTab}
          />
        }
      />
      <p className="page-intro">{t(tab === 'now' ? 'pending.intro' : 'pending.hiddenIntro')}</p>
      {tab === 'now' ? (
        <PendingTable find={find} shown={shown} onShown={setShown} onCut={setCut} />
      ) : (
        <HiddenTable find={find} shown={shown} onShown={setShown} />
      )}
    </div>
  );
}

interface PendingTableProps {
  readonly find: string;
  readonly shown: number;
  readonly onShown: (count: number) => void;
  readonly onCut: (cut: boolean) => void;
}

function PendingTable({ find, shown, onShown, onCut }: PendingTableProps): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const { query, rows, cut } = usePending();
  const columns = useMemo(() => pendingColumns(t, language), [t, language]);
  return (
    <section className="list-area" aria-label={t('pending.title')}>
      <ResourceTable
        name="pending"
        rows={rows}
        rowId={keyOf}
        columns={columns}
        search={find}
        onShown={(count) => {
          onShown(count);
          onCut(cut);
        }}
      />
      <ResourceNotice
        query={query}
        count={rows?.length}
        shown={shown}
        failed={t('pending.failed')}
        noMatch={t('pending.noMatch')}
        empty={
          <Notice icon={<HourglassOutlined />} title={t('pending.empty')} hint={t('pending.emptyHint')} />
        }
      />
    </section>
  );
}
