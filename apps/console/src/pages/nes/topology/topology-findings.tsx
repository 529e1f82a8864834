import { CloseCircleFilled, WarningFilled } from '@ant-design/icons';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { showPlace } from '../../../components/show-line.js';
import type { CheckedTopology, Finding } from '../../../data/topology/check-topology.js';

interface TopologyFindingsProps {
  readonly checked: CheckedTopology;
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

/** What is wrong or doubtful with a topology, each with its line, to which a press leads. */
export function TopologyFindings({ checked, field }: TopologyFindingsProps): ReactNode {
  const { t } = useTranslation();
  const { errors, warnings } = checked;
  if (errors.length + warnings.length === 0) return null;
  return (
    <ul className="topology-findings" aria-label={t('topology.findings')}>
      {errors.map((finding) => (
        <One
          key={`${finding.offset} ${finding.path} ${finding.rule}`}
          finding={finding}
          field={field}
          isError
        />
      ))}
      {warnings.map((finding) => (
        <One key={`${finding.offset} ${finding.path} ${finding.rule}`} finding={finding} field={field} />
      ))}
    </ul>
  );
}

interface OneProps {
  readonly finding: Finding;
  readonly field: TopologyFindingsProps['field'];
  readonly isError?: boolean;
}

function One({ finding: { rule, path, offset, line, values }, field, isError = false }: OneProps): ReactNode {
  const { t } = useTranslation();
  return (
    <li className={isError ? 'finding-error' : 'finding-warning'}>
      {isError ? (
        <CloseCircleFilled aria-label={t('topology.error')} />
      ) : (
        <WarningFilled aria-label={t('topology.warning')} />
      )}
      <button
        type="button"
        className="text-button"
        title={t('topology.toLine', { line })}
        onClick={() => field.current && showPlace(field.current, offset, line)}
      >
        {t('topology.line', { line })}
      </button>
      <span>
        {path && <code>{path}</code>} {t(`topologyRule.${rule}`, { ...values })}
      </span>
    </li>
  );
}
