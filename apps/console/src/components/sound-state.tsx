import { type ReactNode, Suspense } from 'react';
import { lazyPart } from '../data/lazy-part.js';
import { usePreferences } from '../data/preferences.js';

const NewAlarmAlerts = lazyPart(() => import('./new-alarm-alerts.js'));
const MuteMenu = lazyPart(() => import('./mute-menu.js'));

/** Whether new alarms are heard, and a rest from them; nothing where nobody wants to hear or be told of any. */
export function SoundState(): ReactNode {
  const { sounds, notices } = usePreferences();
  if (sounds.length + notices.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <NewAlarmAlerts />
      <MuteMenu />
    </Suspense>
  );
}
