import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { type ReactNode, useEffect, useRef } from 'react';

use([
  AriaComponent,
  BarChart,
  GridComponent,
  LegendComponent,
  LineChart,
  MarkLineComponent,
  ScatterChart,
  SVGRenderer,
  TooltipComponent,
]);

interface ChartProps {
  readonly option: EChartsCoreOption;
  /** What the chart says, for who does not see it. */
  readonly label: string;
  /** Which series was clicked, and at which place in it. */
  readonly onClick?: (series: number, place: number) => void;
}

/** A chart; the library comes with the first page that shows one. */
export default function Chart({ option, label, onClick }: ChartProps): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const click = useRef(onClick);
  useEffect(() => {
    click.current = onClick;
  });
  const drawn = useRef<ReturnType<typeof init>>(null);
  useEffect(() => {
    if (!frame.current) return undefined;
    const chart = init(frame.current);
    drawn.current = chart;
    chart.on('click', ({ seriesIndex = 0, dataIndex }) => click.current?.(seriesIndex, dataIndex));
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(frame.current);
    return () => {
      watch.disconnect();
      chart.dispose();
      drawn.current = null;
    };
  }, []);
  useEffect(() => drawn.current?.setOption(option, { notMerge: true }), [option]);
  return <div ref={frame} className="chart" role="img" aria-label={label} />;
}
