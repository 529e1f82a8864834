import type { CustomTooltipProps } from 'ag-grid-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AlarmName } from '../../../components/alarm-name.js';
import { ruleOf } from './cause-cell.js';
import type { TableRow } from './table-row.js';

const NAMED = 5;

/** Of which alarms an alarm is a symptom and why, by their names, also where those are not in the list. */
export function CauseTooltip({ data }: CustomTooltipProps<TableRow>): ReactNode {
  const { t } = useTranslation();
  if (data?.alarm?.correlation.role !== 'symptom') return null;
  const { rootIds, unnamedRoots = 0 } = data.alarm.correlation;
  return (
    <div className="cause-tooltip">
      <b>{t('cause.symptomOf', { count: rootIds.length + unnamedRoots })}</b>
      <ul>
        {rootIds.slice(0, NAMED).map((id) => (
          <li key={id}>
            <AlarmName id={id} />
          </li>
        ))}
      </ul>
      {rootIds.length > NAMED && <p>{t('cause.more', { count: rootIds.length - NAMED })}</p>}
      {unnamedRoots > 0 && <p>{t('cause.unnamed', { count: unnamedRoots })}</p>}
      <p>{t(`ruleHint.${ruleOf(data.alarm)}`)}</p>
    </div>
  );
}
