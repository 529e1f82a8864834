import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SeverityMark } from '../../components/severity-mark.js';
import { type Severity, severities } from '../../data/severity.js';

interface SeveritySwitchesProps {
  readonly label: string;
  readonly chosen: readonly Severity[];
  readonly onChange: (chosen: readonly Severity[]) => void;
  readonly disabled?: boolean;
  /** What stands beside each severity. */
  readonly beside?: (severity: Severity) => ReactNode;
}

/** A switch for each severity. */
export function SeveritySwitches({
  label,
  chosen,
  onChange,
  disabled,
  beside,
}: SeveritySwitchesProps): ReactNode {
  const { t } = useTranslation();
  const toggle = (severity: Severity) =>
    onChange(severities.filter((other) => (other === severity) !== chosen.includes(other)));
  return (
    <fieldset className="switches" disabled={disabled}>
      <legend className="unseen">{label}</legend>
      {severities.map((severity) => (
        <div key={severity}>
          <label>
            <input
              type="checkbox"
              aria-label={`${label}: ${t(`severity.${severity}`)}`}
              checked={chosen.includes(severity)}
              onChange={() => toggle(severity)}
            />
            <SeverityMark mark={severity} />
          </label>
          {beside?.(severity)}
        </div>
      ))}
    </fieldset>
  );
}
