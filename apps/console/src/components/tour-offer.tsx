import { CompassOutlined } from '@ant-design/icons';
import type { Whoami } from '@omc/api';
import { type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../data/lazy-part.js';
import { prefer, usePreferences } from '../data/preferences.js';
import { Button } from './button.js';

const Tour = lazyPart(() => import('../pages/tour/tour.js'));

/** Offers a tour at the first visit of a demo network, in a line that is in nobody's way; what was answered is kept. */
export default function TourOffer({ session }: { session: Whoami }): ReactNode {
  const { t } = useTranslation();
  const { tour } = usePreferences();
  const [running, setRunning] = useState(false);
  const end = () => {
    setRunning(false);
    prefer({ tour: 'seen' });
  };
  if (running)
    return (
      <Suspense fallback={null}>
        <Tour onEnd={end} />
      </Suspense>
    );
  if (tour === 'seen' || session.banner === null) return null;
  return (
    <aside className="shelf-banner" aria-label={t('tour.title')} data-testid="tour-offer">
      <CompassOutlined aria-hidden="true" />
      <span>{t('tour.offer')}</span>
      <Button look="strong" onClick={() => setRunning(true)}>
        {t('tour.start')}
      </Button>
      <Button look="quiet" onClick={end}>
        {t('tour.notNow')}
      </Button>
    </aside>
  );
}
