import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { prefer, usePreferences } from '../data/preferences.js';
import { useNow } from '../data/use-now.js';
import { Button } from './button.js';

const pauses = [5, 15, 30, 60] as const;

/** A rest from the sounds and notifications of new alarms, for so many minutes, and its end. */
export function MuteButtons({ disabled = false }: { disabled?: boolean }): ReactNode {
  const { t } = useTranslation();
  const { mutedUntil } = usePreferences();
  const muted = mutedUntil > useNow();
  return (
    <>
      {pauses.map((minutes) => (
        <Button
          key={minutes}
          disabled={disabled}
          onClick={() => prefer({ mutedUntil: Date.now() + minutes * 60_000 })}
        >
          {t('sound.minutes', { count: minutes })}
        </Button>
      ))}
      {muted && <Button onClick={() => prefer({ mutedUntil: 0 })}>{t('sound.unmute')}</Button>}
    </>
  );
}
