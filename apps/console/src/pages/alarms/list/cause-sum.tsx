import { ArrowRightOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type AlarmView, everythingActive, isNarrowed } from '../../../data/alarm-view.js';
import { rolesOf } from '../../../data/cause-counts.js';
import { useSession } from '../../../data/queries.js';
import { seesEverything } from '../../../data/rights.js';
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
  const alarms = <span>{t('cause.alarms', { count: total })}</span>;
  if (total === 0) return <Sum>{alarms}</Sum>;
  const count = root + standalone;
  if (count === 0) return <CausesElsewhere alarms={alarms} count={total} narrowed={narrowed} />;
  return (
    <Sum title={t(narrowed ? 'cause.shownHint' : 'cause.sumHint', { root, standalone })}>
      {alarms}
      <ArrowRightOutlined aria-hidden="true" />
      <b>{t(narrowed ? 'cause.among' : 'cause.causes', { count })}</b>
    </Sum>
  );
}

interface CausesElsewhereProps {
  readonly alarms: ReactNode;
  readonly count: number;
  readonly narrowed: boolean;
}

/** All that is shown are symptoms: where their causes are, since they are not here. */
function CausesElsewhere({ alarms, count, narrowed }: CausesElsewhereProps): ReactNode {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const limited = session !== undefined && !seesEverything(session);
  const where = limited ? (narrowed ? 'ListOrNes' : 'Nes') : 'List';
  return (
    <Sum title={t(`cause.outside${where}Hint`)}>
      {alarms}
      <ArrowRightOutlined aria-hidden="true" />
      <b>{t(`cause.outside${where}`, { count })}</b>
    </Sum>
  );
}

function Sum({ title, children }: { title?: string; children: ReactNode }): ReactNode {
  return (
    <output className="cause-sum" data-testid="cause-sum" title={title}>
      {children}
    </output>
  );
}
