import { CloseOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { formatLocal } from '../../data/instants.js';
import type { LossRow } from '../../data/ledger-queries.js';
import { meaningOf } from './loss-reasons.js';

/** The last messages of an entry, as they came. */
export function LossSamples({ loss, onClose }: { loss: LossRow; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  // Two samples may be alike in everything but their place.
  const samples = loss.samples.map((sample, key) => ({ ...sample, key })).reverse();
  return (
    <aside className="detail" aria-label={t('ledger.samples')} data-testid="loss-samples">
      <div className="detail-tools">
        <Button
          look="quiet"
          icon={<CloseOutlined />}
          aria-label={t('ledger.close')}
          title={t('ledger.close')}
          onClick={onClose}
        />
      </div>
      <h2>
        {loss.reason} <small className="detail-type">{loss.from}</small>
      </h2>
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
    </aside>
  );
}
