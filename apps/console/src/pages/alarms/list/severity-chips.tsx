import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SeverityShape } from '../../../components/severity-mark.js';
import { type AlarmView, isCutOff } from '../../../data/alarm-view.js';
import { useLiveStatus } from '../../../data/live-context.js';
import { type Severity, severities, severityLetters } from '../../../data/severity.js';
import { useFacets } from '../../../data/use-facets.js';

interface SeverityChipsProps {
  readonly view: AlarmView;
  readonly onChange: (severity: readonly Severity[]) => void;
}

/** One switch for each severity; none pressed shows all. */
export function SeverityChips({ view, onChange }: SeverityChipsProps): ReactNode {
  const { t, i18n } = useTranslation();
  const counts = useLiveStatus((status) => status.counts);
  const whole = useLiveStatus(({ list, total, size }) => list === 'ready' && !isCutOff(view, size, total));
  const chosen = view.severity;
  // What is not in the list has to be asked for.
  const { data } = useFacets(view, chosen.length > 0 || !whole);
  const counted = new Map(data?.facets.severity.values.map(({ value, count }) => [value, count]));
  const countOf = (severity: Severity) => {
    if (chosen.length === 0 && whole) return counts[severity];
    return data?.complete ? (counted.get(severity) ?? 0) : undefined;
  };
  const toggle = (severity: Severity) =>
    onChange(severities.filter((other) => (other === severity) !== chosen.includes(other)));
  return (
    <fieldset className="chips">
      <legend className="unseen">{t('alarms.severities')}</legend>
      {severities.map((severity) => (
        <button
          key={severity}
          type="button"
          className="chip"
          aria-pressed={chosen.includes(severity)}
          onClick={() => toggle(severity)}
        >
          <SeverityShape mark={severity} />
          <b className="severity-letter" aria-hidden="true">
            {severityLetters[severity]}
          </b>
          <span className="chip-word">{t(`severity.${severity}`)}</span>
          <span className="chip-count">{countOf(severity)?.toLocaleString(i18n.language)}</span>
        </button>
      ))}
    </fieldset>
  );
}
