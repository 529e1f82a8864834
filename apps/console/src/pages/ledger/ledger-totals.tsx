import type { LedgerResource } from '@omc/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const figures = ['received', 'processed', 'rejected', 'underWay'] as const;

/** The sums of each way in: received = processed + rejected + under way. */
export function LedgerTotals({ totals }: Pick<LedgerResource, 'totals'>): ReactNode {
  const { t, i18n } = useTranslation();
  return (
    <div className="totals">
      <table className="plain-table" data-testid="ledger-totals">
        <caption className="unseen">{t('ledger.totals')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('ledger.source')}</th>
            {figures.map((figure) => (
              <th key={figure} scope="col" className="cell-number">
                {t(`ledger.${figure}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {totals.map((total) => (
            <tr key={total.source}>
              <th scope="row">{t(`lossSource.${total.source}`)}</th>
              {figures.map((figure) => (
                <td
                  key={figure}
                  className={`cell-number ${figure === 'rejected' && total.rejected > 0 ? 'is-bad' : ''}`}
                >
                  {total[figure].toLocaleString(i18n.language)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('ledger.sum')}</p>
    </div>
  );
}
