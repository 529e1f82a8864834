import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../components/choice.js';
import { prefer, usePreferences } from '../../data/preferences.js';
import { useLanguage } from '../../i18n/use-language.js';
import { useLanguageSwitch } from '../../i18n/use-language-switch.js';
import { useTheme } from '../../theme/theme-context.js';

/** How the console looks in this browser. */
export function LooksCard(): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const { change, failed } = useLanguageSwitch();
  const { mode, toggle } = useTheme();
  const { density, zone } = usePreferences();
  const rows = [
    [
      t('settings.language'),
      <Choice
        key="language"
        label={t('settings.language')}
        value={language}
        options={[
          { value: 'en', label: 'English' },
          { value: 'zh', label: '中文' },
        ]}
        onChange={change}
      />,
    ],
    [
      t('settings.theme'),
      <Choice
        key="theme"
        label={t('settings.theme')}
        value={mode}
        options={(['light', 'dark'] as const).map((value) => ({ value, label: t(`settings.${value}`) }))}
        onChange={toggle}
      />,
    ],
    [
      t('settings.density'),
      <Choice
        key="density"
        label={t('settings.density')}
        value={density}
        options={(['roomy', 'compact'] as const).map((value) => ({ value, label: t(`settings.${value}`) }))}
        onChange={(to) => prefer({ density: to })}
      />,
    ],
    [
      t('settings.zone'),
      <Choice
        key="zone"
        label={t('settings.zone')}
        value={zone}
        options={[
          {
            value: 'local',
            label: t('settings.local', { zone: Intl.DateTimeFormat().resolvedOptions().timeZone }),
          },
          { value: 'utc', label: 'UTC' },
        ]}
        onChange={(to) => prefer({ zone: to })}
      />,
    ],
  ] as const;
  return (
    <section className="card" aria-label={t('settings.looks')}>
      <h2>{t('settings.looks')}</h2>
      <p className="form-hint">{t('settings.thisBrowser')}</p>
      <dl className="facts">
        {rows.map(([name, field]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{field}</dd>
          </div>
        ))}
      </dl>
      {failed && (
        <p className="form-trouble" role="alert">
          {t('preferences.languageFailed')}
        </p>
      )}
    </section>
  );
}
