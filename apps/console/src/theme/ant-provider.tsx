import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { useLanguage } from '../i18n/use-language.js';
import { antTheme } from './ant-theme.js';
import { useTheme } from './theme-context.js';

/** Gives Ant Design the theme and language of the console; only the pages with forms load it. */
export function AntProvider({ children }: { children: ReactNode }): ReactNode {
  const language = useLanguage();
  const { mode } = useTheme();
  return (
    <ConfigProvider
      theme={antTheme(mode)}
      locale={language === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  );
}
