import { CheckOutlined, DisconnectOutlined } from '@ant-design/icons';
import type { CustomCellRendererProps } from 'ag-grid-react';
import type { ReactNode } from 'react';
import { RunningDuration } from '../../../components/running-duration.js';
import { SeverityMark, SeverityShape } from '../../../components/severity-mark.js';
import { formatLocal } from '../../../data/instants.js';
import { markOf } from '../../../data/severity.js';
import { useTexts } from '../../../i18n/texts-context.js';
import { useLanguage } from '../../../i18n/use-language.js';
import type { TableRow } from './table-row.js';

type Cell = CustomCellRendererProps<TableRow>;

export function SeverityCell({ data }: Cell): ReactNode {
  const { t } = useTexts();
  if (!data?.alarm) return null;
  const { alarm } = data;
  return (
    <>
      <SeverityMark mark={markOf(alarm)} />
      {alarm.state === 'cleared' && (
        <span className="was" title={t(`severity.${alarm.severity}`)}>
          <SeverityShape mark={alarm.severity} />
          <span className="unseen">{t(`severity.${alarm.severity}`)}</span>
        </span>
      )}
    </>
  );
}

export function DurationCell({ data }: Cell): ReactNode {
  return data?.alarm ? <RunningDuration from={data.alarm.raisedAt} to={data.alarm.clearedAt} /> : null;
}

export function NameCell({ data }: Cell): ReactNode {
  const language = useLanguage();
  if (!data?.alarm) return null;
  return (
    <>
      {data.alarm.name[language]} <span className="cell-faint">{data.alarm.alarmId}</span>
    </>
  );
}

export function AckCell({ data }: Cell): ReactNode {
  const { t } = useTexts();
  if (data?.alarm?.ack.state !== 'acknowledged') return <span className="unseen">{t('ack.no')}</span>;
  const { by, at } = data.alarm.ack;
  const who = by && at ? t('ack.by', { user: by, at: formatLocal(Date.parse(at)) }) : '';
  return (
    <span title={`${t('ack.yes')} ${who}`}>
      <CheckOutlined aria-hidden="true" className="ack-tick" /> <span className="ack-by">{by}</span>
      <span className="unseen">{t('ack.yes')}</span>
    </span>
  );
}

/** The NE, and whether it is disconnected, so that what is shown of it may be over. */
export function NeCell({ data }: Cell): ReactNode {
  const { t } = useTexts();
  if (!data?.alarm?.stale) return data?.alarm?.ne;
  return (
    <span title={t('flag.stale')}>
      <DisconnectOutlined role="img" aria-label={t('flag.staleShort')} className="stale-mark" />{' '}
      {data.alarm.ne}
    </span>
  );
}
