import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type AlarmView, isCutOff } from '../../../data/alarm-view.js';
import { useLiveStatus } from '../../../data/live-context.js';
import { OlderButton } from './older-button.js';

/** How many alarms are in the list, and of how many, where it is not all. */
export function ShownCount({ view }: { view: AlarmView }): ReactNode {
  const { t } = useTranslation();
  const size = useLiveStatus((status) => status.size);
  const total = useLiveStatus((status) => status.total);
  const list = useLiveStatus((status) => status.list);
  const snapshots = useLiveStatus((status) => status.snapshots);
  const cutOff = list === 'ready' && isCutOff(view, size, total);
  const text = () => {
    if (list === 'filling') return t('alarms.filling', { count: size });
    if (list !== 'ready') return '';
    // Of what is active it stands beside the causes already.
    if (view.state === 'active' && !cutOff) return '';
    if (!cutOff) return t('alarms.shown', { count: size });
    return total === null ? t('alarms.newest', { count: size }) : t('alarms.window', { count: size, total });
  };
  return (
    <>
      <output className="shown-count" data-testid="shown" title={text()}>
        {text()}
      </output>
      {cutOff && <OlderButton key={`${snapshots} ${JSON.stringify(view)}`} view={view} />}
    </>
  );
}
