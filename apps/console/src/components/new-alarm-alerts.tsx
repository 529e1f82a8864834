import type { AlarmResource } from '@omc/api';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../data/preferences.js';
import { severities } from '../data/severity.js';
import { sound } from '../data/sound.js';
import { navigate } from '../data/use-url-state.js';
import { watchNewAlarms } from '../data/watch-new-alarms.js';
import { useLanguage } from '../i18n/use-language.js';

/** Sounds new alarms and tells them on the desktop, as far as somebody wants that. It shows nothing by itself. */
export default function NewAlarmAlerts(): null {
  const { t } = useTranslation();
  const language = useLanguage();
  const preferences = usePreferences();
  const { sounds, notices } = preferences;
  const wanted = severities.filter((severity) => sounds.includes(severity) || notices.includes(severity));
  const hear = useRef<(alarms: readonly AlarmResource[]) => void>(null);
  useEffect(() => {
    hear.current = (alarms) => {
      if (Date.now() < preferences.mutedUntil) return;
      const loudest = severities.find(
        (severity) => sounds.includes(severity) && alarms.some((alarm) => alarm.severity === severity),
      );
      if (loudest) sound(loudest).catch((error: unknown) => console.warn('no sound', error));
      tell(alarms.filter(({ severity }) => notices.includes(severity)));
    };
    const tell = ([alarm, ...others]: readonly AlarmResource[]) => {
      if (!alarm || !('Notification' in window) || Notification.permission !== 'granted') return;
      const name = `${t(`severity.${alarm.severity}`)}: ${alarm.name[language]}`;
      const more = others.length > 0 ? ` ${t('cause.more', { count: others.length })}` : '';
      const notice = new Notification(name, { body: `${alarm.ne} ${alarm.object}${more}`, tag: 'omc-alarm' });
      notice.onclick = () => {
        window.focus();
        navigate({ page: 'alarms', alarm: alarm.id, at: null, find: '' });
      };
    };
  });
  const key = wanted.join(',');
  useEffect(() => {
    if (key === '') return undefined;
    const watched = severities.filter((severity) => key.split(',').includes(severity));
    return watchNewAlarms(watched, (alarms) => hear.current?.(alarms));
  }, [key]);
  return null;
}
