import { SoundOutlined } from '@ant-design/icons';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MuteButtons } from '../../components/mute-buttons.js';
import { RowButton } from '../../components/row-button.js';
import { TimeLeft } from '../../components/time-left.js';
import { prefer, usePreferences } from '../../data/preferences.js';
import type { Severity } from '../../data/severity.js';
import { sound } from '../../data/sound.js';
import { useNow } from '../../data/use-now.js';
import { SeveritySwitches } from './severity-switches.js';

/** Which new alarms are heard. */
export function SoundCard(): ReactNode {
  const { t } = useTranslation();
  const { sounds } = usePreferences();
  const [silent, setSilent] = useState(false);
  const hear = (severity: Severity) => {
    sound(severity).then(
      () => setSilent(false),
      () => setSilent(true),
    );
  };
  return (
    <section className="card" aria-label={t('sound.title')}>
      <h2>{t('sound.title')}</h2>
      <p className="form-hint">{t('sound.intro')}</p>
      <SeveritySwitches
        label={t('sound.title')}
        chosen={sounds}
        onChange={(to) => prefer({ sounds: to })}
        beside={(severity) => (
          <RowButton
            icon={<SoundOutlined aria-hidden="true" />}
            title={t('sound.try')}
            label={t('sound.tryNamed', { severity: t(`severity.${severity}`) })}
            onClick={() => hear(severity)}
          />
        )}
      />
      {silent && <p className="form-trouble">{t('sound.none')}</p>}
      <Mute />
    </section>
  );
}

/** A rest from what is heard and told; while something is, the header has it, too. */
function Mute(): ReactNode {
  const { t } = useTranslation();
  const { sounds, notices, mutedUntil } = usePreferences();
  const now = useNow();
  const nothing = sounds.length + notices.length === 0;
  return (
    <fieldset className="mute">
      <legend>
        {t('sound.muteFor')}{' '}
        {mutedUntil > now && (
          <b>
            {t('sound.muted')} <TimeLeft until={new Date(mutedUntil).toISOString()} />
          </b>
        )}
      </legend>
      <div className="actions-buttons">
        <MuteButtons disabled={nothing} />
      </div>
      {nothing && <p className="form-hint">{t('sound.nothing')}</p>}
    </fieldset>
  );
}

type Permission = NotificationPermission | 'missing';

function permissionNow(): Permission {
  return 'Notification' in window ? Notification.permission : 'missing';
}

/** Which new alarms the desktop tells, once the browser may. */
export function NoticesCard(): ReactNode {
  const { t } = useTranslation();
  const { notices } = usePreferences();
  const [permission, setPermission] = useState(permissionNow);
  const choose = async (to: readonly Severity[]) => {
    prefer({ notices: to });
    if (permission === 'default') setPermission(await Notification.requestPermission());
  };
  const barred = permission === 'denied' || permission === 'missing';
  return (
    <section className="card" aria-label={t('notices.title')}>
      <h2>{t('notices.title')}</h2>
      <p className="form-hint">{t('notices.intro')}</p>
      <SeveritySwitches
        label={t('notices.title')}
        chosen={notices}
        disabled={barred}
        onChange={(to) => void choose(to)}
      />
      {barred && <p className="form-hint">{t(`notices.${permission}`)}</p>}
    </section>
  );
}
