import { useMemo } from 'react';
import { type Severity, severities } from '../data/severity.js';
import { useTheme } from './theme-context.js';

/** The colours of the page, as charts need them: by value, for they know no variables. */
export interface ChartColours {
  readonly text: string;
  readonly soft: string;
  readonly line: string;
  readonly surface: string;
  readonly accent: string;
  readonly good: string;
  readonly severity: Readonly<Record<Severity, string>>;
}

/** The colours of the present theme. */
export function useChartColours(): ChartColours {
  const { mode } = useTheme();
  // The mode names the colours that are read: they change with it.
  return useMemo(() => coloursOf(mode), [mode]);
}

function coloursOf(_mode: string): ChartColours {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    text: read('text'),
    soft: read('text-soft'),
    line: read('line'),
    surface: read('raised'),
    accent: read('accent'),
    good: read('good'),
    severity: Object.fromEntries(severities.map((name) => [name, read(name)])) as Record<Severity, string>,
  };
}

/** What all charts have in common. */
export function chartFrame(colours: ChartColours) {
  const axis = {
    axisLine: { lineStyle: { color: colours.line } },
    axisTick: { show: false },
    axisLabel: { color: colours.soft, fontSize: 12 },
    splitLine: { lineStyle: { color: colours.line } },
    nameTextStyle: { color: colours.soft },
  };
  return {
    axis,
    base: {
      animation: false,
      aria: { enabled: true },
      textStyle: { fontFamily: 'inherit', color: colours.text },
      grid: { left: 8, right: 16, top: 36, bottom: 8, containLabel: true },
      tooltip: {
        trigger: 'axis',
        backgroundColor: colours.surface,
        borderColor: colours.line,
        textStyle: { color: colours.text, fontSize: 13 },
        // Names come from the network: nothing of them may be taken for markup.
        renderMode: 'richText',
      },
    },
  } as const;
}
