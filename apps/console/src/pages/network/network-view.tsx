import { ApartmentOutlined, LoadingOutlined, WarningOutlined } from '@ant-design/icons';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { Choice } from '../../components/choice.js';
import { Notice } from '../../components/notice.js';
import { type Grouping, groupNes, type NeGroup, standings } from '../../data/network-groups.js';
import { useNes } from '../../data/queries.js';
import { useActiveAlarms } from '../../data/use-active-alarms.js';
import { useFind } from '../../data/use-find.js';
import { Legend } from './legend.js';
import { NetworkGroup } from './network-group.js';
import { useMapKeys } from './use-map-keys.js';

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
  const standing = useMemo(() => standings(alarms), [alarms]);
  const groups = useMemo(() => groupNes(found, grouping, standing), [found, grouping, standing]);
  const choose = (to: Grouping) => {
    localStorage.setItem(KEY, to);
    setGrouping(to);
  };
  return (
    <div className="page">
      <div className="page-bar">
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
        <span className="header-gap" />
        <Legend />
      </div>
      <Groups nes={nes} groups={groups} />
    </div>
  );
}

function matching<Ne extends { readonly id: string }>(nes: readonly Ne[], find: string): readonly Ne[] {
  const part = find.trim().toLowerCase();
  return part === '' ? nes : nes.filter(({ id }) => id.toLowerCase().includes(part));
}

function Groups({ nes, groups }: { nes: ReturnType<typeof useNes>; groups: readonly NeGroup[] }): ReactNode {
  const { t } = useTranslation();
  const keys = useMapKeys();
  const named = groups.reduce((sum, group) => sum + group.nes.length, 0) <= MOST_NAMED;
  if (!nes.data && nes.error)
    return (
      <Notice tone="bad" icon={<WarningOutlined />} title={t('nes.failed')} hint={nes.error.message}>
        <Button onClick={() => void nes.refetch()}>{t('alarms.retry')}</Button>
      </Notice>
    );
  if (!nes.data) return <Notice icon={<LoadingOutlined />} title={t('app.loading')} />;
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
