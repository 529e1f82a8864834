import { DisconnectOutlined, HistoryOutlined, LoadingOutlined, SearchOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { ListRefused } from '../../../components/list-refused.js';
import { Notice } from '../../../components/notice.js';
import { SeverityShape } from '../../../components/severity-mark.js';
import { type AlarmView, everythingActive, isNarrowed } from '../../../data/alarm-view.js';
import { useLiveStatus } from '../../../data/live-context.js';
import { navigate } from '../../../data/use-url-state.js';

/** What lies over the list while it has nothing to show, and why that is so. */
export function ListNotice({ view }: { view: AlarmView }): ReactNode {
  const list = useLiveStatus((status) => status.list);
  const empty = useLiveStatus((status) => status.size === 0);
  const lost = useLiveStatus(({ link }) => link === 'reconnecting');
  if (list === 'refused')
    return (
      <Over>
        <ListRefused />
      </Over>
    );
  if (list === 'loading') return <Over>{lost ? <Offline /> : <Loading />}</Over>;
  if (list === 'ready' && empty)
    return <Over>{isNarrowed(view) ? <NoMatch view={view} /> : <Empty view={view} />}</Over>;
  return null;
}

function Over({ children }: { children: ReactNode }): ReactNode {
  return <div className="list-notice">{children}</div>;
}

function Loading(): ReactNode {
  const { t } = useTranslation();
  return <Notice icon={<LoadingOutlined />} title={t('alarms.loading')} />;
}

function Offline(): ReactNode {
  const { t } = useTranslation();
  return <Notice icon={<DisconnectOutlined />} title={t('alarms.offline')} hint={t('alarms.offlineHint')} />;
}

function NoMatch({ view }: { view: AlarmView }): ReactNode {
  const { t } = useTranslation();
  return (
    <Notice icon={<SearchOutlined />} title={t('alarms.emptyFiltered')} hint={t('alarms.emptyFilteredHint')}>
      <Button
        onClick={() => navigate({ view: { ...everythingActive, state: view.state, shelved: view.shelved } })}
      >
        {t('alarms.reset')}
      </Button>
    </Notice>
  );
}

function Empty({ view }: { view: AlarmView }): ReactNode {
  const { t } = useTranslation();
  if (view.state === 'current')
    return <Notice icon={<SeverityShape mark="cleared" />} title={t('alarms.emptyCurrent')} />;
  if (view.state !== 'active') return <Notice icon={<HistoryOutlined />} title={t('alarms.emptyHistory')} />;
  return (
    <Notice
      icon={<SeverityShape mark="cleared" />}
      title={t('alarms.emptyActive')}
      hint={t('alarms.emptyActiveHint')}
    />
  );
}
