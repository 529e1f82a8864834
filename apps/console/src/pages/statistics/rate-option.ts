import type { StatisticsResource } from '@omc/api';
import type { TFunction } from 'i18next';
import { formatLocal } from '../../data/instants.js';
import { severities } from '../../data/severity.js';
import { type ChartColours, chartFrame } from '../../theme/chart-theme.js';

/** Alarms raised by hour or day, one colour a severity, the gravest at the bottom. */
export function rateOption({ items, by }: StatisticsResource, colours: ChartColours, t: TFunction) {
  const { axis, base } = chartFrame(colours);
  const nameOf = (at: string) => {
    const text = formatLocal(Date.parse(at));
    return by === 'hour' ? text.slice(5, 16) : text.slice(5, 10);
  };
  return {
    ...base,
    legend: { top: 4, right: 12, itemGap: 22, textStyle: { color: colours.soft }, icon: 'roundRect' },
    xAxis: { ...axis, type: 'category', data: items.map(({ at }) => nameOf(at)) },
    yAxis: { ...axis, type: 'value', minInterval: 1 },
    series: severities
      .filter((severity) => items.some(({ bySeverity }) => bySeverity[severity] > 0))
      .map((severity) => ({
        name: t(`severity.${severity}`),
        type: 'bar',
        stack: 'alarms',
        barMaxWidth: 34,
        itemStyle: { color: colours.severity[severity] },
        data: items.map(({ bySeverity }) => bySeverity[severity]),
      })),
  };
}
