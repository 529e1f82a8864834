import type { StatisticsResource } from '@omc/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageLink } from '../../components/page-link.js';
import { everythingActive } from '../../data/alarm-view.js';
import type { UrlState } from '../../data/url-state.js';
import { useLanguage } from '../../i18n/use-language.js';

interface Bar {
  readonly key: string;
  readonly name: string;
  readonly count: number;
  readonly to: Partial<UrlState>;
}

/** The types of which most alarms were raised; each leads to its alarms. */
export function TopTypes({ statistics }: { statistics: StatisticsResource }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const bars = statistics.topTypes.map(({ alarmId, name, count }) => ({
    key: String(alarmId),
    name: `${name[language]} ${alarmId}`,
    count,
    to: linkTo({ q: name[language] }),
  }));
  return <Bars title={t('statistics.topTypes')} bars={bars} total={statistics.total} />;
}

/** The NEs on which most alarms were raised; each leads to its alarms. */
export function TopNes({ statistics }: { statistics: StatisticsResource }): ReactNode {
  const { t } = useTranslation();
  const bars = statistics.topNes.map(({ ne, count }) => ({ key: ne, name: ne, count, to: linkTo({ ne }) }));
  return <Bars title={t('statistics.topNes')} bars={bars} total={statistics.total} />;
}

function linkTo(view: { readonly q?: string; readonly ne?: string }): Partial<UrlState> {
  return { page: 'alarms', alarm: null, view: { ...everythingActive, state: 'all', ...view } };
}

function Bars({ title, bars, total }: { title: string; bars: readonly Bar[]; total: number }): ReactNode {
  const { i18n } = useTranslation();
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <section className="bars">
      <h2>{title}</h2>
      <ol>
        {bars.map(({ key, name, count, to }) => (
          <li key={key}>
            <PageLink to={to}>{name}</PageLink>
            <span className="bar" aria-hidden="true">
              <span style={{ width: `${(100 * count) / most}%` }} />
            </span>
            <b>{count.toLocaleString(i18n.language)}</b>
            <small>{Math.round((100 * count) / Math.max(1, total))} %</small>
          </li>
        ))}
      </ol>
    </section>
  );
}
