import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import type { TopologyPut, TopologyResource } from '@omc/api';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type CheckedTopology, MOST_FINDINGS } from '../../../data/topology/check-topology.js';
import { topologyChanges } from '../../../data/topology/topology-changes.js';

const MOST_NAMES = 5;

interface TopologyVerdictProps {
  readonly checked: CheckedTopology;
  readonly present: TopologyResource | null;
}

/** Whether a text can be saved, and what that would change. */
export function TopologyVerdict({ checked, present }: TopologyVerdictProps): ReactNode {
  const { t } = useTranslation();
  const { topology, errors } = checked;
  const count = errors.length;
  return (
    <output className={`topology-verdict ${topology ? '' : 'is-bad'}`} data-testid="topology-verdict">
      {topology ? (
        <>
          <CheckCircleOutlined aria-hidden="true" /> <Changes before={present} after={topology} />
        </>
      ) : (
        <>
          <CloseCircleOutlined aria-hidden="true" />{' '}
          {t(count < MOST_FINDINGS ? 'topology.errors' : 'topology.mostErrors', { count })}
        </>
      )}
    </output>
  );
}

function Changes({ before, after }: { before: TopologyPut | null; after: TopologyPut }): ReactNode {
  const { t } = useTranslation();
  const changes = useMemo(() => topologyChanges(before ?? { objects: [] }, after), [before, after]);
  const lines = [
    ...changes.whole.map((member) => ({
      says: t(`topology.whole-${member}`),
      names: [] as readonly string[],
    })),
    ...(['removed', 'changed', 'added'] as const)
      .filter((kind) => changes[kind].length > 0)
      .map((kind) => ({
        says: t(`topology.${kind}`, { count: changes[kind].length }),
        names: changes[kind],
      })),
  ];
  if (before && lines.length === 0) return t('topology.same');
  return (
    <>
      {t('topology.change')}
      <ul>
        {lines.map(({ says, names }) => (
          <li key={says}>
            {says}
            {names.length > 0 && `: ${names.slice(0, MOST_NAMES).join(' · ')}`}
            {names.length > MOST_NAMES && ` ${t('topology.andMore', { count: names.length - MOST_NAMES })}`}
          </li>
        ))}
      </ul>
    </>
  );
}
