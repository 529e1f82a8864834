import type { AlarmResource } from '@omc/api';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageLink } from '../../../components/page-link.js';
import { RunningDuration } from '../../../components/running-duration.js';
import { SeverityMark } from '../../../components/severity-mark.js';
import { formatLocal } from '../../../data/instants.js';
import { reasonOf } from '../../../data/reason-of.js';
import { request } from '../../../data/request.js';

const MOST = 5;

/** The lives before this one of the same key: whether a fault is new, or the third this week. */
export function LivesSection({ alarm }: { alarm: AlarmResource }): ReactNode {
  const { t } = useTranslation();
  const { id, ne, object, alarmId } = alarm;
  const { data: lives, error } = useQuery({
    queryKey: ['lives', id],
    queryFn: ({ signal }) =>
      request('GET /alarms/:id/lives', { path: { id }, query: { limit: MOST }, signal }),
  });
  return (
    <section aria-label={t('lives.title')} data-testid="lives">
      <h3>{t('lives.title')}</h3>
      {error && <p className="detail-note">{t('detail.failed', { reason: reasonOf(error, t) })}</p>}
      {!lives && !error && <p className="detail-note">{t('app.loading')}</p>}
      {lives && (
        <p className="detail-text">
          {t(lives.occurrence === 1 ? 'lives.first' : 'lives.nth', { nth: lives.occurrence })}
        </p>
      )}
      {lives && lives.items.length > 0 && (
        <ol className="lives">
          {lives.items.map((life) => (
            <Life key={life.id} life={life} />
          ))}
        </ol>
      )}
      {lives && lives.occurrence > 1 && (
        <PageLink
          to={{
            page: 'history',
            at: null,
            alarm: null,
            own: { state: 'all', ne, object, type: String(alarmId) },
          }}
        >
          {t('lives.all')}
        </PageLink>
      )}
    </section>
  );
}

function Life({ life }: { life: AlarmResource }): ReactNode {
  const { t } = useTranslation();
  return (
    <li>
      <PageLink className="alarm-link" to={{ alarm: life.id }}>
        <SeverityMark mark={life.severity} brief />
        <b>{formatLocal(Date.parse(life.raisedAt))}</b>
      </PageLink>{' '}
      <small>
        {t('lives.lasted')} <RunningDuration from={life.raisedAt} to={life.clearedAt} />
      </small>
    </li>
  );
}
