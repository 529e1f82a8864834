import { MutedOutlined, SoundOutlined } from '@ant-design/icons';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../data/lazy-part.js';
import { usePreferences } from '../data/preferences.js';
import { useNow } from '../data/use-now.js';
import { DropPanel } from './drop-panel.js';
import { MuteButtons } from './mute-buttons.js';
import { TimeLeft } from './time-left.js';

const NewAlarmAlerts = lazyPart(() => import('./new-alarm-alerts.js'));

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
      <MuteButtons />
    </DropPanel>
  );
}
