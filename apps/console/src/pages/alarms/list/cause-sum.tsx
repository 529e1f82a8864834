import { ArrowRightOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type AlarmView, everythingActive, isNarrowed } from '../../../data/alarm-view.js';
import { rolesOf } from '../../../data/cause-counts.js';
import { useFacets } from '../../../data/use-facets.js';
import { useSummary } from '../../../data/use-summary.js';

/** From how many alarms to how many causes the correlation brings what the list shows. */
export function CauseSum({ view }: { view: AlarmView }): ReactNode {
  const { t } = useTranslation();
  const summary = useSummary();
  const narrowed = isNarrowed(view) || view.shelved !== everythingActive.shelved;
  const { data: facets } = useFacets(view, narrowed);
  const counted = narrowed
    ? facets && { total: facets.total, ...rolesOf(facets, view) }
    : summary && { total: summary.total, ...summary.byRole };
  if (!counted) return null;
  const { total, root, standalone } = counted;
  const alarms = t('cause.alarms', { count: total });
  const causes = t(narrowed ? 'cause.among' : 'cause.causes', { count: root + standalone });
  return (
    <output
      className="cause-sum"
      data-testid="cause-sum"
      title={t(narrowed ? 'cause.shownHint' : 'cause.sumHint', { root, standalone })}
    >
      <span>{alarms}</span>
      <ArrowRightOutlined aria-hidden="true" />
      <b>{causes}</b>
    </output>
  );
}
