import { CloseOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import { useEscape } from './use-escape.js';
import { useFocusReturn } from './use-focus-return.js';

interface DetailPaneProps {
  readonly label: string;
  readonly testId: string;
  readonly title: string;
  /** Smaller, behind the title. */
  readonly about: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The details of a row, beside its table. */
export function DetailPane({ label, testId, title, about, onClose, children }: DetailPaneProps): ReactNode {
  const { t } = useTranslation();
  useEscape(onClose);
  useFocusReturn();
  return (
    <aside className="detail" aria-label={label} data-testid={testId}>
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
        {title} <small className="detail-type">{about}</small>
      </h2>
      {children}
    </aside>
  );
}
