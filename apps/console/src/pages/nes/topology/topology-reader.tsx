import { LockOutlined } from '@ant-design/icons';
import type { TopologyResource } from '@omc/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { putOf, topologyText } from '../../../data/topology/topology-text.js';
import { TopologyInForce } from './topology-in-force.js';

interface TopologyReaderProps {
  readonly ne: string;
  readonly present: TopologyResource | null;
  readonly onClose: () => void;
}

/** The topology of an NE for who may not change it, and why they may not. */
export function TopologyReader({ ne, present, onClose }: TopologyReaderProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="topology">
      <TopologyInForce ne={ne} present={present} />
      <p className="form-hint">
        <LockOutlined aria-hidden="true" /> {t('topology.readOnly')}
      </p>
      {present && (
        <textarea
          className="field topology-text"
          aria-label={t('topology.text')}
          readOnly
          value={topologyText(putOf(present))}
        />
      )}
      <div className="topology-end">
        <Button onClick={onClose}>{t('topology.close')}</Button>
      </div>
    </div>
  );
}
