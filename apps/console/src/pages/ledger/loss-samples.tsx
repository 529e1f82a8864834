import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DetailPane } from '../../components/detail-pane.js';
import { formatLocal } from '../../data/instants.js';
import type { LossRow } from '../../data/ledger-queries.js';
import { meaningOf } from './loss-reasons.js';

/** The last messages of an entry, as they came. */
export function LossSamples({ loss, onClose }: { loss: LossRow; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  // Two samples may be alike in everything but their place.
  const samples = loss.samples.map((sample, key) => ({ ...sample, key })).reverse();
  return (
    <DetailPane
      label={t('ledger.samples')}
      testId="loss-samples"
      title={loss.reason}
      about={loss.from}
      onClose={onClose}
    >
      <p className="detail-text">{meaningOf(t, loss.reason)}</p>
      <h3>{t('ledger.samples')}</h3>
      {samples.length === 0 && <p className="detail-note">{t('ledger.noSamples')}</p>}
      <ol className="samples">
        {samples.map(({ at, text, key }) => (
          <li key={key}>
            <time>{formatLocal(Date.parse(at))}</time>
            <code>{text}</code>
          </li>
        ))}
      </ol>
    </DetailPane>
  );
}
