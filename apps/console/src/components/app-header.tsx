import type { Whoami } from '@omc/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/use-language.js';
import { ConnectionState } from './connection-state.js';
import { PendingWindows } from './pending-windows.js';
import { Preferences } from './preferences.js';
import { SeverityCounters } from './severity-counters.js';
import { SoundState } from './sound-state.js';
import { UserMenu } from './user-menu.js';

/** What is above every page: where one is, how the network is, and whether that is live. */
export function AppHeader({ session }: { session: Whoami }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <header>
      {session.banner && <p className="banner">{session.banner[language]}</p>}
      <div className="header">
        <img className="header-mark" src="/mark.svg" alt={t('app.name')} title={t('app.name')} />
        <SeverityCounters />
        <PendingWindows />
        <span className="header-gap" />
        <ConnectionState />
        <SoundState />
        <Preferences />
        <UserMenu session={session} />
      </div>
    </header>
  );
}
