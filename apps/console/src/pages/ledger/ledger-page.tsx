import { CheckCircleOutlined } from '@ant-design/icons';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/notice.js';
import { PageBar } from '../../components/page-bar.js';
import { ResourceNotice } from '../../components/resource-notice.js';
import { ResourceTable } from '../../components/resource-table.js';
import { type LossRow, useLedger } from '../../data/ledger-queries.js';
import { useFind } from '../../data/use-find.js';
import { ledgerColumns } from './ledger-columns.js';
import { LedgerTotals } from './ledger-totals.js';
import { LossSamples } from './loss-samples.js';
import './ledger.css';

const keyOf = ({ key }: LossRow) => key;

/** What came in and was not processed: by way in, by sender and reason, and the last messages of each. */
export default function LedgerPage(): ReactNode {
  const { t } = useTranslation();
  const ledger = useLedger();
  const [find, search] = useFind();
  const [shown, setShown] = useState(0);
  const [opened, setOpened] = useState<string | null>(null);
  const columns = useMemo(() => ledgerColumns(t), [t]);
  const rows = ledger.data?.rows;
  const loss = rows?.find(({ key }) => key === opened);
  const open = ({ key }: LossRow) => setOpened(key);
  return (
    <div className="page">
      <PageBar
        title={t('ledger.title')}
        searchLabel={t('ledger.search')}
        search={find}
        onSearch={search}
        said=""
        count={t(ledger.data?.cut ? 'ledger.cut' : 'ledger.count', { count: shown })}
      />
      <p className="page-intro">{t('ledger.intro')}</p>
      {ledger.data && <LedgerTotals totals={ledger.data.totals} />}
      <div className="alarms-panes">
        <section className="list-area" aria-label={t('ledger.title')}>
          <ResourceTable
            name="ledger"
            rows={rows}
            rowId={keyOf}
            columns={columns}
            search={find}
            onShown={setShown}
            onEnter={open}
            onClick={open}
          />
          <ResourceNotice
            query={ledger}
            count={rows?.length}
            shown={shown}
            failed={t('ledger.failed')}
            noMatch={t('ledger.noMatch')}
            empty={
              <Notice icon={<CheckCircleOutlined />} title={t('ledger.empty')} hint={t('ledger.emptyHint')} />
            }
          />
        </section>
        {loss && <LossSamples loss={loss} onClose={() => setOpened(null)} />}
      </div>
    </div>
  );
}
