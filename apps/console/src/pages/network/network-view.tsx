import { ApartmentOutlined, LoadingOutlined, PartitionOutlined, WarningOutlined } from '@ant-design/icons';
import { type ReactNode, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { Choice } from '../../components/choice.js';
import { ListRefused } from '../../components/list-refused.js';
import { Notice } from '../../components/notice.js';
import { useLiveStatus } from '../../data/live-context.js';
import { type Grouping, groupNes, NETWORK, type NeGroup, standings } from '../../data/network-groups.js';
import { useNes, useSession } from '../../data/queries.js';
import { reasonOf } from '../../data/reason-of.js';
import { seesEverything } from '../../data/rights.js';
import { useActiveAlarms } from '../../data/use-active-alarms.js';
import { useFind } from '../../data/use-find.js';
import { useTask } from '../../data/use-task.js';
import { lazyWithTexts } from '../../i18n/lazy-with-texts.js';
import { Legend } from './legend.js';
import { NetworkGroup } from './network-group.js';
import { useMapKeys } from './use-map-keys.js';

const TopologyDialog = lazyWithTexts(['topology'], () => import('../nes/topology/topology-dialog.js'));
const groupings = ['hub', 'site', 'subnet'] as const;
/** Up to so many NEs the squares have room for ids. */
const MOST_NAMED = 300;
const KEY = 'omc.network.grouping';

/** Every NE as a square in the colour of its worst alarm, put together by hub, site or subnet. */
export function NetworkView(): ReactNode {
  const { t } = useTranslation();
  const nes = useNes();
  const alarms = useActiveAlarms();
  const [find, search] = useFind();
  const [grouping, setGrouping] = useState<Grouping>(
    () => groupings.find((name) => name === localStorage.getItem(KEY)) ?? 'hub',
  );
  const found = useMemo(() => matching(nes.data ?? [], find), [nes.data, find]);
  const standing = useMemo(() => standings(alarms ?? []), [alarms]);
  const groups = useMemo(() => groupNes(found, grouping, standing), [found, grouping, standing]);
  const choose = (to: Grouping) => {
    localStorage.setItem(KEY, to);
    setGrouping(to);
  };
  return (
    <div className="page">
      <div className="page-bar network-bar">
        <h1>{t('network.title')}</h1>
        <input
          className="field"
          type="search"
          aria-label={t('nes.search')}
          placeholder={t('nes.search')}
          value={find}
          onChange={(event) => search(event.target.value)}
        />
        <Choice
          label={t('network.by')}
          value={grouping}
          options={groupings.map((value) => ({ value, label: t(`network.by-${value}`) }))}
          onChange={choose}
        />
        <span className="shown-count">{nes.data && t('nes.count', { count: found.length })}</span>
        <NetworkTopology />
        <span className="header-gap" />
        <Legend />
      </div>
      <Groups nes={nes} groups={groups} isKnown={alarms !== null} />
    </div>
  );
}

/** What belongs to no NE, such as hubs and sites, may require things, too. */
function NetworkTopology(): ReactNode {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const { task, begin, said, ends } = useTask<'topology'>();
  if (!session || !seesEverything(session)) return null;
  return (
    <>
      <Button
        icon={<PartitionOutlined aria-hidden="true" />}
        title={`${t('network.topology')}: ${t('network.topologyHint')}`}
        aria-label={t('network.topology')}
        onClick={() => begin('topology')}
      />
      <output>{said}</output>
      {task && (
        <Suspense>
          <TopologyDialog ne={NETWORK} {...ends} />
        </Suspense>
      )}
    </>
  );
}

function matching<Ne extends { readonly id: string }>(nes: readonly Ne[], find: string): readonly Ne[] {
  const part = find.trim().toLowerCase();
  return part === '' ? nes : nes.filter(({ id }) => id.toLowerCase().includes(part));
}

interface GroupsProps {
  readonly nes: ReturnType<typeof useNes>;
  readonly groups: readonly NeGroup[];
  /** Whether all alarms are known: a square is calm only then. */
  readonly isKnown: boolean;
}

function Groups({ nes, groups, isKnown }: GroupsProps): ReactNode {
  const { t } = useTranslation();
  const keys = useMapKeys();
  const refused = useLiveStatus(({ list }) => list === 'refused');
  const named = groups.reduce((sum, group) => sum + group.nes.length, 0) <= MOST_NAMED;
  if (!nes.data && nes.error)
    return (
      <Notice tone="bad" icon={<WarningOutlined />} title={t('nes.failed')} hint={reasonOf(nes.error, t)}>
        <Button onClick={() => void nes.refetch()}>{t('alarms.retry')}</Button>
      </Notice>
    );
  if (nes.data && !isKnown && refused) return <ListRefused />;
  if (!nes.data || (!isKnown && groups.length > 0))
    return <Notice icon={<LoadingOutlined />} title={t('app.loading')} />;
  if (groups.length === 0)
    return (
      <Notice
        icon={<ApartmentOutlined />}
        title={t(nes.data.length === 0 ? 'nes.empty' : 'nes.noMatch')}
        hint={nes.data.length === 0 ? t('network.emptyHint') : undefined}
      />
    );
  return (
    <div className="network" data-testid="network" {...keys}>
      {groups.map((group, place) => (
        <NetworkGroup key={group.name} group={group} first={place === 0} named={named} />
      ))}
    </div>
  );
}
