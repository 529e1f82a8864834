import type { LinkState } from '@omc/api';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageLink } from '../../components/page-link.js';
import { everythingActive } from '../../data/alarm-view.js';
import { type Severity, severityLetters } from '../../data/severity.js';

interface NeCellProps {
  readonly id: string;
  /** Where Tab enters the map; from there the arrows go on. */
  readonly first: boolean;
  /** Whether its id stands in it; else it is in the tooltip alone. */
  readonly named: boolean;
  readonly link: LinkState;
  readonly worst: Severity | null;
  readonly count: number;
}

/** An NE as a square: colour and letter of its worst alarm, hatched while it is disconnected. A click leads to its alarms. */
export const NeCell = memo(function NeCell({ id, first, named, link, worst, count }: NeCellProps): ReactNode {
  const { t } = useTranslation();
  const words = [
    id,
    worst ? t('network.worst', { severity: t(`severity.${worst}`), count }) : t('network.calm'),
    link === 'connected' || link === 'none' ? '' : t(`linkState.${link}`),
  ];
  const text = words.filter(Boolean).join(' · ');
  return (
    <PageLink
      className={`ne-cell mark-${worst ?? 'cleared'} ${worst ? '' : 'ne-calm'} ${named ? 'ne-named' : ''} ne-${link}`}
      to={{ page: 'alarms', alarm: null, view: { ...everythingActive, ne: id } }}
      title={text}
      tabIndex={first ? 0 : -1}
    >
      <b aria-hidden="true">{worst ? severityLetters[worst] : ''}</b>
      {named && <span>{id}</span>}
      <span className="unseen">{(named ? words.slice(1) : words).filter(Boolean).join(' · ')}</span>
    </PageLink>
  );
});
