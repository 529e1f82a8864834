import type { FilterAdviceResource } from '@omc/api';
import type { TFunction } from 'i18next';
import { type ChartColours, chartFrame } from '../../../theme/chart-theme.js';

/** The places of the series that can be pressed. */
export const SERIES = { pairs: 0, suggested: 1 } as const;

/** Alarms saved against delay: one point for each pair of windows, the suggested one and the one in force marked. */
export function adviceOption(advice: FilterAdviceResource, colours: ChartColours, t: TFunction) {
  const { axis, base } = chartFrame(colours);
  const { items, faults, inForce } = advice;
  const point = (item: FilterAdviceResource['items'][number]) => ({
    name: t('advice.windows', { create: item.createWindow, restore: item.restoreWindow }),
    value: [item.meanDelaySeconds ?? item.createWindow, item.savedAgainstNone],
  });
  const suggested = items.filter((item) => item.suggested);
  const name = (value: unknown) => String(value);
  return {
    ...base,
    grid: { left: 14, right: 24, top: 40, bottom: 34, containLabel: true },
    tooltip: {
      ...base.tooltip,
      trigger: 'item',
      formatter: ({ name: windows, value: [delay, saved] }: { name: string; value: [number, number] }) =>
        `${windows}\n${t('advice.point', { saved: name(saved), faults, delay: Math.round(delay * 10) / 10 })}`,
    },
    legend: { top: 4, right: 12, itemGap: 22, textStyle: { color: colours.soft } },
    xAxis: { ...axis, type: 'value', name: t('advice.delay'), nameLocation: 'middle', nameGap: 24 },
    yAxis: {
      ...axis,
      type: 'value',
      name: t('advice.saved'),
      nameTextStyle: { ...axis.nameTextStyle, align: 'left' },
      minInterval: 1,
    },
    series: [
      {
        name: t('advice.pairs'),
        type: 'line',
        symbol: 'circle',
        symbolSize: 11,
        lineStyle: { color: colours.line },
        itemStyle: { color: colours.accent },
        data: items.map(point),
      },
      {
        name: t('advice.best'),
        type: 'scatter',
        symbol: 'circle',
        symbolSize: 18,
        z: 3,
        itemStyle: { color: colours.good, opacity: 1 },
        data: suggested.map(point),
      },
      {
        name: t('advice.inForce'),
        type: 'scatter',
        cursor: 'default',
        symbol: 'diamond',
        symbolSize: 20,
        z: 4,
        itemStyle: { color: 'transparent', borderColor: colours.severity.major, borderWidth: 3 },
        data: [
          {
            name: t('advice.inForce'),
            value: [inForce.meanDelaySeconds ?? inForce.filter.createWindow, faults - inForce.raised],
          },
        ],
      },
    ],
  };
}
