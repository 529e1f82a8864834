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
    colorPrimary: '#2f74cc',
    colorInfo: '#2f74cc',
    colorError: '#ff7a75',
    colorBgContainer: '#14171c',
    colorBgElevated: '#1b1f26',
    colorBorder: '#46505d',
    colorTextPlaceholder: '#98a2b0',
    colorTextDescription: '#a5afbc',
    borderRadius: 6,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  // White on a red that is light enough for a dark page could not be read.
  components: { Button: { dangerColor: '#140303' } },
};

/** Ant Design in the colours of a theme. */
export function antTheme(mode: ThemeMode): ThemeConfig {
  return mode === 'dark' ? dark : light;
}
