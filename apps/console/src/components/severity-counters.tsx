import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { everythingActive } from '../data/alarm-view.js';
import { severities } from '../data/severity.js';
import { useSummary } from '../data/use-summary.js';
import { PageLink } from './page-link.js';
import { SeverityShape } from './severity-mark.js';

/** How many alarms are active, in all and by severity; each number leads to its alarms. */
export function SeverityCounters(): ReactNode {
  const { t, i18n } = useTranslation();
  const summary = useSummary();
  const number = (count: number | undefined) => count?.toLocaleString(i18n.language) ?? '–';
  return (
    <section className="counters" aria-label={t('summary.label')}>
      <PageLink
        className="counter"
        to={{ page: 'alarms', alarm: null, view: everythingActive }}
        title={t('summary.showAll', { count: summary?.total ?? 0 })}
      >
        <span className="counter-word">{t('summary.total')}</span>
        <b data-testid="total">{number(summary?.total)}</b>
      </PageLink>
      {severities.map((severity) => (
        <PageLink
          key={severity}
          className={`counter ${summary?.bySeverity[severity] ? '' : 'counter-none'}`}
          to={{ page: 'alarms', alarm: null, view: { ...everythingActive, severity: [severity] } }}
          title={t(`severity.${severity}`)}
          aria-label={t('summary.show', {
            severity: t(`severity.${severity}`),
            count: summary?.bySeverity[severity] ?? 0,
          })}
        >
          <SeverityShape mark={severity} />
          <b data-testid={`severity-${severity}`}>{number(summary?.bySeverity[severity])}</b>
        </PageLink>
      ))}
    </section>
  );
}
