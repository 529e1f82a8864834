import { BarChartOutlined, LoadingOutlined, WarningOutlined } from '@ant-design/icons';
import type { StatisticsResource } from '@omc/api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { Choice } from '../../components/choice.js';
import { Notice } from '../../components/notice.js';
import { formatClock } from '../../data/instants.js';
import { lazyPart } from '../../data/lazy-part.js';
import { request } from '../../data/request.js';
import { type Span, spanQuery, spans } from '../../data/time-spans.js';
import { useChartColours } from '../../theme/chart-theme.js';
import { rateOption } from './rate-option.js';
import { SeveritySums } from './severity-sums.js';
import { TopNes, TopTypes } from './top-lists.js';
import './statistics.css';
import { reasonOf } from '../../data/reason-of.js';

const Chart = lazyPart(() => import('../../components/chart.js'));
const REFRESH_MS = 60_000;

function useStatistics(span: Span) {
  return useQuery({
    queryKey: ['statistics', span],
    queryFn: ({ signal }) =>
      request('GET /statistics', { query: { ...spanQuery(span, Date.now()), top: 10 }, signal }),
    refetchInterval: REFRESH_MS,
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  });
}

/** How many alarms were raised, when, of which kind and where. */
export default function StatisticsPage(): ReactNode {
  const { t } = useTranslation();
  const [span, setSpan] = useState<Span>('day');
  const query = useStatistics(span);
  return (
    <div className="page">
      <div className="page-bar">
        <h1>{t('statistics.title')}</h1>
        <Choice
          label={t('statistics.span')}
          value={span}
          options={spans.map((value) => ({ value, label: t(`statistics.${value}`) }))}
          onChange={setSpan}
        />
        <span className="header-gap" />
        {query.data && (
          <span className={`shown-count ${query.isRefetchError ? 'as-of-old' : ''}`}>
            {t('nes.asOf', { at: formatClock(query.dataUpdatedAt) })}
          </span>
        )}
      </div>
      {query.data ? (
        <Shown statistics={query.data} longest={span === spans.at(-1)} />
      ) : (
        <Absent query={query} />
      )}
    </div>
  );
}

interface ShownProps {
  readonly statistics: StatisticsResource;
  /** There is no longer time to choose. */
  readonly longest: boolean;
}

function Shown({ statistics, longest }: ShownProps): ReactNode {
  const { t } = useTranslation();
  const colours = useChartColours();
  const option = useMemo(() => rateOption(statistics, colours, t), [statistics, colours, t]);
  if (statistics.total === 0)
    return (
      <Notice
        icon={<BarChartOutlined />}
        title={t('statistics.empty')}
        hint={longest ? undefined : t('statistics.emptyHint')}
      />
    );
  return (
    <div className="statistics" data-testid="statistics">
      <SeveritySums statistics={statistics} />
      <section className="statistics-rate">
        <h2>{t(statistics.by === 'hour' ? 'statistics.byHour' : 'statistics.byDay')}</h2>
        <Suspense fallback={<div className="chart chart-waits">{t('app.loading')}</div>}>
          <Chart option={option} label={t('statistics.rateLabel', { count: statistics.total })} />
        </Suspense>
      </section>
      <TopTypes statistics={statistics} />
      <TopNes statistics={statistics} />
    </div>
  );
}

function Absent({ query }: { query: ReturnType<typeof useStatistics> }): ReactNode {
  const { t } = useTranslation();
  if (!query.error) return <Notice icon={<LoadingOutlined />} title={t('app.loading')} />;
  return (
    <Notice
      tone="bad"
      icon={<WarningOutlined />}
      title={t('statistics.failed')}
      hint={reasonOf(query.error, t)}
    >
      <Button onClick={() => void query.refetch()}>{t('alarms.retry')}</Button>
    </Notice>
  );
}
