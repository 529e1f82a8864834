import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../data/live-context.js';
import { useAlarm } from '../data/queries.js';
import { markOf } from '../data/severity.js';
import { useLanguage } from '../i18n/use-language.js';
import { SeverityMark } from './severity-mark.js';

/** An alarm by severity, name and place: out of the list, or as read where the list lacks it. */
export function AlarmName({ id }: { id: string }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const held = useLive().rows.get(id);
  const { data, error } = useAlarm(id, held === undefined);
  const alarm = held ?? data;
  if (!alarm) return <code>{error ? id : t('app.loading')}</code>;
  return (
    <span className="alarm-name">
      <SeverityMark mark={markOf(alarm)} brief /> <b>{alarm.name[language]}</b> {alarm.ne} {alarm.object}
    </span>
  );
}
