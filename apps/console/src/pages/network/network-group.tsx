import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageLink } from '../../components/page-link.js';
import { SeverityMark } from '../../components/severity-mark.js';
import { everythingActive } from '../../data/alarm-view.js';
import type { NeGroup, NeStanding } from '../../data/network-groups.js';
import { NeCell } from './ne-cell.js';

interface NetworkGroupProps {
  readonly group: NeGroup;
  /** Whether Tab enters the map here. */
  readonly first: boolean;
  /** Whether the squares have room for ids. */
  readonly named: boolean;
}

interface CellsProps extends Omit<NetworkGroupProps, 'group'> {
  readonly nes: readonly NeStanding[];
}

/** The NEs of a hub, a site or a subnet, with how that itself stands. */
export function NetworkGroup({ group, first, named }: NetworkGroupProps): ReactNode {
  const { t } = useTranslation();
  const { name, own, nes } = group;
  const troubled = nes.filter(({ worst }) => worst !== null).length;
  return (
    <section className={`ne-group ${own.worst ? `mark-${own.worst} ne-group-struck` : ''}`}>
      <h2>
        {own.worst && <SeverityMark mark={own.worst} brief />}
        {name === '' ? (
          t('network.nowhere')
        ) : (
          <PageLink to={{ page: 'alarms', alarm: null, view: { ...everythingActive, q: name } }}>
            {name}
          </PageLink>
        )}
        <small>{t('network.troubled', { count: nes.length, troubled })}</small>
      </h2>
      <Cells nes={nes} first={first} named={named} />
    </section>
  );
}

const Cells = memo(function Cells(props: CellsProps): ReactNode {
  const { nes, first, named } = props;
  return (
    <div className="ne-cells">
      {nes.map(({ ne, worst, count }, place) => (
        <NeCell
          key={ne.id}
          id={ne.id}
          first={first && place === 0}
          named={named}
          link={ne.link.state}
          worst={worst}
          count={count}
        />
      ))}
    </div>
  );
});
