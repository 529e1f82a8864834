import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatLocal } from '../../../data/instants.js';
import { useAlarmLog } from '../../../data/queries.js';

/** What was said about an alarm, the last first: what the shift before left. */
export function CommentsSection({ id }: { id: string }): ReactNode {
  const { t } = useTranslation();
  const { data: log = [] } = useAlarmLog(id);
  const said = log.filter(({ changes }) => typeof changes?.['comment'] === 'string').reverse();
  if (said.length === 0) return null;
  return (
    <section aria-label={t('detail.comments')} data-testid="comments">
      <h3>{t('detail.comments')}</h3>
      {said.map(({ place, changes, by, at }) => (
        <div key={place} className="note">
          <p>{String(changes?.['comment'])}</p>
          <small>{t('ack.by', { user: by ?? '–', at: formatLocal(Date.parse(at)) })}</small>
        </div>
      ))}
    </section>
  );
}
