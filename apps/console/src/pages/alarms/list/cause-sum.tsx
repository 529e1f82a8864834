import { ArrowRightOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSummary } from '../../../data/use-summary.js';

/** From how many alarms to how many causes the correlation brings everything that is active. */
export function CauseSum(): ReactNode {
  const { t } = useTranslation();
  const summary = useSummary();
  if (!summary) return null;
  const { root, standalone } = summary.byRole;
  const alarms = t('cause.alarms', { count: summary.total });
  const causes = t('cause.causes', { count: root + standalone });
  return (
    <output className="cause-sum" data-testid="cause-sum" title={t('cause.sumHint', { root, standalone })}>
      <span>{alarms}</span>
      <ArrowRightOutlined aria-hidden="true" />
      <b>{causes}</b>
    </output>
  );
}
