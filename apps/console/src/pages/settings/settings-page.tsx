import type { UserRole } from '@omc/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NoticesCard, SoundCard } from './alerts-cards.js';
import { AutoAckCard } from './auto-ack-card.js';
import { LooksCard } from './looks-card.js';
import '../../theme/cards.css';

/** How the console looks and sounds in this browser, and what is set for all. */
export default function SettingsPage({ role }: { role: UserRole }): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="page page-cards">
      <h1>{t('nav.settings')}</h1>
      <LooksCard />
      <SoundCard />
      <NoticesCard />
      <AutoAckCard role={role} />
    </div>
  );
}
