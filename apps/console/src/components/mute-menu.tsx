import { MutedOutlined, SoundOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../data/preferences.js';
import { useNow } from '../data/use-now.js';
import { DropPanel } from './drop-panel.js';
import { MuteButtons } from './mute-buttons.js';
import { TimeLeft } from './time-left.js';

/** That new alarms are heard, and for how long not. */
export default function MuteMenu(): ReactNode {
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
