import { MutedOutlined, SoundOutlined } from '@ant-design/icons';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { prefer, usePreferences } from '../data/preferences.js';
import { useNow } from '../data/use-now.js';
import { Button } from './button.js';
import { DropPanel } from './drop-panel.js';
import { TimeLeft } from './time-left.js';

const NewAlarmAlerts = lazy(() => import('./new-alarm-alerts.js'));
const pauses = [5, 15, 30, 60] as const;

/** Whether new alarms are heard, and a rest from them; nothing where nobody wants to hear or be told of any. */
export function SoundState(): ReactNode {
  const { sounds, notices } = usePreferences();
  if (sounds.length + notices.length === 0) return null;
  return (
    <>
      <Suspense fallback={null}>
        <NewAlarmAlerts />
      </Suspense>
      <MuteMenu />
    </>
  );
}

function MuteMenu(): ReactNode {
  const { t } = useTranslation();
  const { mutedUntil } = usePreferences();
  const now = useNow();
  const muted = mutedUntil > now;
  const face = muted ? (
    <>
      <MutedOutlined aria-hidden="true" /> <TimeLeft until={new Date(mutedUntil).toISOString()} />
    </>
  ) : (
    <SoundOutlined aria-hidden="true" />
  );
  return (
    <DropPanel face={face} label={t(muted ? 'sound.muted' : 'sound.on')}>
      <b>{t('sound.muteFor')}</b>
      {pauses.map((minutes) => (
        <Button key={minutes} onClick={() => prefer({ mutedUntil: Date.now() + minutes * 60_000 })}>
          {t('sound.minutes', { count: minutes })}
        </Button>
      ))}
      {muted && <Button onClick={() => prefer({ mutedUntil: 0 })}>{t('sound.unmute')}</Button>}
    </DropPanel>
  );
}
