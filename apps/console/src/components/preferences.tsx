import { MoonOutlined, SunOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/use-language.js';
import { useLanguageSwitch } from '../i18n/use-language-switch.js';
import { useTheme } from '../theme/theme-context.js';
import { Button } from './button.js';

/** The switches for language and theme. */
export function Preferences(): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const { change, failed } = useLanguageSwitch();
  const { mode, toggle } = useTheme();
  const themeLabel = t(mode === 'dark' ? 'preferences.light' : 'preferences.dark');
  return (
    <span className="preferences">
      {failed && (
        <span className="form-trouble" role="alert">
          {t('preferences.languageFailed')}
        </span>
      )}
      <Button
        look="quiet"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        title={t('preferences.language')}
        data-testid="language"
        onClick={change}
      >
        {language === 'zh' ? 'English' : '中文'}
      </Button>
      <Button
        look="quiet"
        icon={mode === 'dark' ? <SunOutlined /> : <MoonOutlined />}
        aria-label={themeLabel}
        title={themeLabel}
        data-testid="theme"
        onClick={toggle}
      />
    </span>
  );
}
