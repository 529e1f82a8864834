import type { AdvisedWindowsResource, FilterPut } from '@omc/api';
import { type ReactNode, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../components/choice.js';
import { useTroubleText } from '../../../components/use-trouble-text.js';
import { formatDuration } from '../../../data/duration.js';
import { lazyPart } from '../../../data/lazy-part.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { useChartColours } from '../../../theme/chart-theme.js';
import { adviceOption, SERIES } from './advice-option.js';
import { DryRunFigures } from './dry-run-figures.js';
import { type StudyDays, studyDays, useAdvice, useDryRun } from './use-studies.js';
import './studies.css';

const Chart = lazyPart(() => import('../../../components/chart.js'));

interface StudyPanelProps {
  /** The filter as the form holds it; null while that is none. */
  readonly filter: FilterPut | null;
  /** Why there is none. */
  readonly missing: string;
  readonly onTake: (windows: { createWindow: number; restoreWindow: number }) => void;
}

/** What the filter in the form would have done to the stored reports, and what windows would suit them. */
export function StudyPanel({ filter, missing, onTake }: StudyPanelProps): ReactNode {
  const { t } = useTranslation();
  const [days, setDays] = useState<StudyDays>(1);
  const dryRun = useDryRun(filter, days);
  const trouble = useTroubleText(dryRun.error);
  return (
    <section className="study" aria-label={t('study.title')} data-testid="study">
      <div className="study-head">
        <h3>{t('study.title')}</h3>
        <Choice
          label={t('study.days')}
          value={String(days)}
          options={studyDays.map((value) => ({
            value: String(value),
            label: t('study.last', { count: value }),
          }))}
          onChange={(value) => setDays(studyDays.find((each) => String(each) === value) ?? 1)}
        />
      </div>
      {filter === null && <p className="detail-note">{missing}</p>}
      {filter !== null && trouble && <p className="form-trouble">{trouble}</p>}
      {filter !== null && !trouble && !dryRun.data && <p className="detail-note">{t('app.loading')}</p>}
      {filter !== null && !trouble && dryRun.data && (
        <DryRunFigures run={dryRun.data} busy={dryRun.isPlaceholderData} />
      )}
      {filter !== null && !trouble && <Advice filter={filter} days={days} onTake={onTake} />}
    </section>
  );
}

function Advice({
  filter,
  days,
  onTake,
}: Pick<StudyPanelProps, 'onTake'> & { filter: FilterPut; days: StudyDays }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const colours = useChartColours();
  const { data: advice, error } = useAdvice(filter, days);
  const option = useMemo(() => advice && adviceOption(advice, colours, t), [advice, colours, t]);
  const trouble = useTroubleText(error);
  if (trouble) return <p className="form-trouble">{trouble}</p>;
  if (!advice || !option) return <p className="detail-note">{t('app.loading')}</p>;
  if (advice.faults === 0) return null;
  const suggested = advice.items.find((item) => item.suggested);
  const take = (item: AdvisedWindowsResource | undefined) =>
    item && onTake({ createWindow: item.createWindow, restoreWindow: item.restoreWindow });
  const press = (series: number, place: number) => {
    if (series === SERIES.pairs) take(advice.items[place]);
    if (series === SERIES.suggested) take(suggested);
  };
  const seconds = (value: number | null) => formatDuration((value ?? 0) * 1000, language);
  return (
    <>
      <h3>{t('advice.title')}</h3>
      <p className="form-hint">{t('advice.press')}</p>
      <Suspense fallback={<div className="chart" />}>
        <Chart option={option} label={t('advice.label', { count: advice.items.length })} onClick={press} />
      </Suspense>
      {suggested && (
        <p className="study-advice">
          {t('advice.suggested', {
            create: suggested.createWindow,
            restore: suggested.restoreWindow,
            saved: suggested.savedAgainstNone,
            faults: advice.faults,
            delay: seconds(suggested.meanDelaySeconds ?? suggested.createWindow),
            longest: seconds(suggested.longestHiddenSeconds),
          })}{' '}
          <button type="button" className="button button-plain" onClick={() => take(suggested)}>
            {t('advice.take')}
          </button>
        </p>
      )}
    </>
  );
}
