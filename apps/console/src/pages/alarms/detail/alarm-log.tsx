import type { AlarmLogEntry } from '@omc/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatLocal, formatWithOffset } from '../../../data/instants.js';
import { useAlarmLog } from '../../../data/queries.js';
import { reasonOf } from '../../../data/reason-of.js';
import { useLanguage } from '../../../i18n/use-language.js';

/** Every change of an alarm, oldest first. */
export function AlarmLog({ id }: { id: string }): ReactNode {
  const { t } = useTranslation();
  const { data: log, error } = useAlarmLog(id);
  return (
    <section>
      <h3>{t('detail.log')}</h3>
      {error && <p className="detail-note">{t('detail.failed', { reason: reasonOf(error, t) })}</p>}
      {!log && !error && <p className="detail-note">{t('app.loading')}</p>}
      {log?.length === 0 && <p className="detail-note">{t('detail.logEmpty')}</p>}
      <ol className="log" data-testid="alarm-log">
        {log?.map((entry) => (
          <Entry key={entry.place} entry={entry} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ entry }: { entry: AlarmLogEntry }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const at = Date.parse(entry.at);
  return (
    <li className={`log-${entry.kind}`} data-kind={entry.kind}>
      <time dateTime={entry.at} title={formatWithOffset(at)}>
        {formatLocal(at)}
      </time>
      <span>
        {entry.text[language]}
        {entry.by && !entry.text[language].includes(entry.by) && (
          <small> {t('detail.by', { user: entry.by })}</small>
        )}
      </span>
    </li>
  );
}
