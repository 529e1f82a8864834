import { CheckCircleOutlined, CloseCircleFilled, MinusCircleOutlined, SyncOutlined } from '@ant-design/icons';
import type { LinkState } from '@omc/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const icons = {
  connected: CheckCircleOutlined,
  connecting: SyncOutlined,
  disconnected: CloseCircleFilled,
  none: MinusCircleOutlined,
};

/** The state of a link as icon and word. */
export function LinkMark({ state }: { state: LinkState }): ReactNode {
  const { t } = useTranslation();
  const Icon = icons[state];
  return (
    <span className={`link-state link-${state}`}>
      <Icon aria-hidden="true" /> {t(`linkState.${state}`)}
    </span>
  );
}
