import type { DryRunResource } from '@omc/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '../../../data/duration.js';
import { formatLocal } from '../../../data/instants.js';
import { useLanguage } from '../../../i18n/use-language.js';

const counts = ['raised', 'hidden', 'joined', 'pending'] as const;
const delays = ['meanDelaySeconds', 'maxDelaySeconds'] as const;
const SAMPLES = 5;

/** What a filter would have done beside what was done, with the faults for which something changes. */
export function DryRunFigures({ run, busy }: { run: DryRunResource; busy: boolean }): ReactNode {
  const { t, i18n } = useTranslation();
  const language = useLanguage();
  const number = (value: number) => value.toLocaleString(i18n.language);
  const seconds = (value: number | null) => (value === null ? '–' : formatDuration(value * 1000, language));
  const { difference } = run;
  return (
    <div className={busy ? 'study-busy' : ''} aria-busy={busy}>
      <table className="plain-table" data-testid="dry-run">
        <caption className="study-caption">
          {t('study.faults', { count: run.faults, keys: run.keys })}
          {run.coveredFrom > run.from &&
            ` ${t('study.covered', { at: formatLocal(Date.parse(run.coveredFrom)) })}`}
        </caption>
        <thead>
          <tr>
            <td />
            {counts.map((name) => (
              <th key={name} scope="col" className="cell-number">
                {t(`study.${name}`)}
              </th>
            ))}
            {delays.map((name) => (
              <th key={name} scope="col" className="cell-number">
                {t(`study.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(['done', 'proposed'] as const).map((which) => (
            <tr key={which}>
              <th scope="row">{t(`study.${which}`)}</th>
              {counts.map((name) => (
                <td key={name} className="cell-number">
                  {number(run[which][name])}
                </td>
              ))}
              {delays.map((name) => (
                <td key={name} className="cell-number">
                  {seconds(run[which][name])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="study-sum">
        {t('study.difference', {
          hidden: number(difference.hidden),
          shown: number(difference.shown),
          later: number(difference.later),
          earlier: number(difference.earlier),
        })}
      </p>
      <Samples run={run} seconds={seconds} />
    </div>
  );
}

function Samples({
  run,
  seconds,
}: {
  run: DryRunResource;
  seconds: (value: number | null) => string;
}): ReactNode {
  const { t } = useTranslation();
  const changed = run.samples.filter(({ outcome, done }) => (outcome === 'hidden') !== (done === 'hidden'));
  if (changed.length === 0) return null;
  return (
    <details>
      <summary>{t('study.samples')}</summary>
      <ul className="study-samples">
        {changed.slice(0, SAMPLES).map(({ ne, object, faultAt, durationSeconds, outcome }) => (
          <li key={`${ne}//${object} ${faultAt}`}>
            <b>{t(outcome === 'hidden' ? 'study.wouldHide' : 'study.wouldShow')}</b> {ne} {object} ·{' '}
            {formatLocal(Date.parse(faultAt))} · {seconds(durationSeconds)}
          </li>
        ))}
      </ul>
    </details>
  );
}
