import { DisconnectOutlined, LoadingOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '../data/instants.js';
import { useLiveStatus } from '../data/live-context.js';

/** Whether what is on screen is live, and if not, since when and as of when it is. */
export function ConnectionState(): ReactNode {
  const { t } = useTranslation();
  const link = useLiveStatus((status) => status.link);
  const lostAt = useLiveStatus((status) => status.lostAt);
  const heardAt = useLiveStatus((status) => (status.link === 'reconnecting' ? status.heardAt : null));
  return (
    <output
      className={`connection connection-${link}`}
      data-testid="connection"
      data-state={link}
      title={link === 'connected' ? t('connection.connectedHint') : undefined}
    >
      {link === 'connected' && <span className="live-dot" aria-hidden="true" />}
      {link === 'connecting' && <LoadingOutlined aria-hidden="true" />}
      {link === 'reconnecting' && <DisconnectOutlined aria-hidden="true" />}
      {link === 'reconnecting' && lostAt !== null ? (
        <span>
          {t('connection.reconnecting', { since: formatClock(lostAt) })}
          {heardAt !== null && <small>{t('connection.asOf', { at: formatClock(heardAt) })}</small>}
        </span>
      ) : (
        <span>{t(link === 'connected' ? 'connection.connected' : 'connection.connecting')}</span>
      )}
    </output>
  );
}
