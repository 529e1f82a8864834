import { themeQuartz } from 'ag-grid-community';

/** The tables, in the colours of `app.css`, which follow the theme by themselves. */
export const gridTheme = themeQuartz.withParams({
  fontFamily: 'inherit',
  fontSize: 13,
  headerFontSize: 12,
  headerFontWeight: 600,
  rowHeight: 'var(--row-height)',
  headerHeight: 34,
  spacing: 6,
  cellHorizontalPadding: 10,
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  backgroundColor: 'var(--surface)',
  foregroundColor: 'var(--text)',
  browserColorScheme: 'inherit',
  accentColor: 'var(--accent)',
  borderColor: 'var(--line)',
  headerBackgroundColor: 'var(--raised)',
  headerTextColor: 'var(--text-soft)',
  oddRowBackgroundColor: 'var(--surface)',
  rowHoverColor: 'var(--hover)',
  selectedRowBackgroundColor: 'var(--selected)',
  tooltipBackgroundColor: 'var(--raised)',
  tooltipTextColor: 'var(--text)',
});
