import { CheckCircleOutlined } from '@ant-design/icons';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/notice.js';
import { TablePage } from '../../components/table-page.js';
import { TablePanel } from '../../components/table-panel.js';
import { type LossRow, useLedger } from '../../data/ledger-queries.js';
import { ledgerColumns } from './ledger-columns.js';
import { LedgerTotals } from './ledger-totals.js';
import { LossSamples } from './loss-samples.js';
import './ledger.css';

const keyOf = ({ key }: LossRow) => key;

/** What came in and was not processed: by way in, by sender and reason, and the last messages of each. */
export default function LedgerPage(): ReactNode {
  const { t } = useTranslation();
  const ledger = useLedger();
  const [opened, setOpened] = useState<string | null>(null);
  const columns = useMemo(() => ledgerColumns(t), [t]);
  const { rows, totals, cut } = ledger.data ?? {};
  const loss = rows?.find(({ key }) => key === opened);
  return (
    <TablePage
      title={t('ledger.title')}
      searchLabel={t('ledger.search')}
      count={(count, more) => t(more ? 'ledger.cut' : 'ledger.count', { count })}
    >
      <p className="page-intro">{t('ledger.intro')}</p>
      {totals && <LedgerTotals totals={totals} />}
      <TablePanel
        name="ledger"
        label={t('ledger.title')}
        query={ledger}
        cut={cut ?? false}
        rows={rows}
        rowId={keyOf}
        columns={columns}
        onOpen={({ key }) => setOpened(key)}
        failed={t('ledger.failed')}
        noMatch={t('ledger.noMatch')}
        empty={
          <Notice icon={<CheckCircleOutlined />} title={t('ledger.empty')} hint={t('ledger.emptyHint')} />
        }
        detail={loss && <LossSamples loss={loss} onClose={() => setOpened(null)} />}
      />
    </TablePage>
  );
}
