import { BranchesOutlined, RightOutlined } from '@ant-design/icons';
import type { AlarmResource } from '@omc/api';
import type { CustomCellRendererProps } from 'ag-grid-react';
import type { ReactNode } from 'react';
import { SeverityMark } from '../../../components/severity-mark.js';
import { type AlarmRow, isOrphan } from '../../../data/alarm-row.js';
import { severityRank } from '../../../data/severity.js';
import { useTexts } from '../../../i18n/texts-context.js';
import type { TableRow } from './table-row.js';
import type { Folding } from './use-cause-rows.js';

/** The class of the button that unfolds a row. */
export const FOLD_BUTTON = 'fold';

type Rule = 'requires' | 'order' | 'inferred' | 'unknown';

/** Why an alarm counts as a symptom; `unknown` where the OMC does not say. */
export function ruleOf({ correlation: { rule } }: AlarmResource): Rule {
  return rule === 'requires' || rule === 'order' || rule === 'inferred' ? rule : 'unknown';
}

interface CauseCellProps extends CustomCellRendererProps<TableRow, unknown, Folding> {
  /** Whether symptoms stand below their roots. */
  readonly tree: boolean;
}

/** What an alarm is in a disturbance: a root with its symptoms, a symptom and why, or nothing at all. */
export function CauseCell({ data, context, tree }: CauseCellProps): ReactNode {
  if (!data?.alarm) return null;
  if (data.alarm.correlation.role === 'symptom') return <Why row={data} tree={tree} />;
  if (data.symptoms === 0) return null;
  return tree ? <Unfold row={data} unfold={context.unfold} /> : <Symptoms row={data} />;
}

function Unfold({ row, unfold }: { row: AlarmRow; unfold: Folding['unfold'] }): ReactNode {
  const { t } = useTexts();
  const label = t(row.unfolded ? 'cause.fold' : 'cause.unfold', { count: row.symptoms });
  return (
    <button
      type="button"
      className={FOLD_BUTTON}
      tabIndex={-1}
      aria-expanded={row.unfolded}
      title={label}
      onClick={() => unfold(row.alarm.id, !row.unfolded)}
    >
      <RightOutlined rotate={row.unfolded ? 90 : 0} aria-hidden="true" />
      <span className="unseen">{label}</span>
      <Symptoms row={row} told />
    </button>
  );
}

interface SymptomsProps {
  readonly row: AlarmRow;
  /** Their number is told beside already. */
  readonly told?: boolean;
}

/** How many symptoms there are; and the gravest severity, where that is graver than the root's own. */
function Symptoms({ row: { alarm, symptoms, gravest }, told = false }: SymptomsProps): ReactNode {
  const { t } = useTexts();
  const isGraver = gravest !== null && severityRank(gravest) > severityRank(alarm.severity);
  return (
    <>
      <span aria-hidden={told}>{t('cause.symptoms', { count: symptoms })}</span>
      {isGraver && <SeverityMark mark={gravest} brief />}
    </>
  );
}

function Why({ row, tree }: { row: AlarmRow; tree: boolean }): ReactNode {
  const { t } = useTexts();
  const { alarm } = row;
  const { rootIds, unnamedRoots = 0 } = alarm.correlation;
  const roots = rootIds.length + unnamedRoots;
  const word = t(`rule.${ruleOf(alarm)}`);
  return (
    <span className="why">
      {tree && isOrphan(row) && <span className="why-orphan">{t('alarmRole.symptom')}</span>}
      {tree && row.below && <span className="elbow" aria-hidden="true" />}
      {!tree && <span className="unseen">{t('alarmRole.symptom')}</span>}
      <span>{word}</span>
      {roots > 1 && (
        <span className="why-shared">
          <BranchesOutlined aria-hidden="true" />
          <span aria-hidden="true">{roots}</span>
          <span className="unseen">{t('cause.shared', { count: roots })}</span>
        </span>
      )}
    </span>
  );
}
