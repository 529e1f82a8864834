import { type ThemeConfig, theme } from 'antd';
import type { ThemeMode } from './theme-mode.js';

const fontFamily = 'var(--font)';

const light: ThemeConfig = {
  algorithm: theme.defaultAlgorithm,
  token: {
    fontFamily,
    colorPrimary: '#1d5fb4',
    colorInfo: '#1d5fb4',
    colorError: '#c01722',
    colorTextPlaceholder: '#626b77',
    colorTextDescription: '#56606d',
    borderRadius: 6,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
};

const dark: ThemeConfig = {
  algorithm: theme.darkAlgorithm,
  token: {
    fontFamily,
    colorPrimary: '#3f86dd',
    colorInfo: '#3f86dd',
    colorError: '#ff7a75',
    colorBgBase: '#14171c',
    colorTextPlaceholder: '#98a2b0',
    colorTextDescription: '#a5afbc',
    borderRadius: 6,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
};

/** Ant Design in the colours of a theme. */
export function antTheme(mode: ThemeMode): ThemeConfig {
  return mode === 'dark' ? dark : light;
}
