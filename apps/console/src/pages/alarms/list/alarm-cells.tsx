import {
  CheckOutlined,
  DisconnectOutlined,
  PauseCircleOutlined,
  ThunderboltOutlined,
} from '@ant-design/icons';
import type { AlarmResource } from '@omc/api';
import type { CustomCellRendererProps } from 'ag-grid-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RunningDuration } from '../../../components/running-duration.js';
import { SeverityMark } from '../../../components/severity-mark.js';
import { formatLocal } from '../../../data/instants.js';
import { markOf } from '../../../data/severity.js';
import { useLanguage } from '../../../i18n/use-language.js';

type Cell = CustomCellRendererProps<AlarmResource>;

export function SeverityCell({ data }: Cell): ReactNode {
  if (!data) return null;
  return (
    <>
      <SeverityMark mark={markOf(data)} />
      {data.state === 'cleared' && (
        <span className="was">
          <SeverityMark mark={data.severity} brief />
        </span>
      )}
    </>
  );
}

export function DurationCell({ data }: Cell): ReactNode {
  return data ? <RunningDuration from={data.raisedAt} to={data.clearedAt} /> : null;
}

export function NameCell({ data }: Cell): ReactNode {
  const language = useLanguage();
  if (!data) return null;
  return (
    <>
      {data.name[language]} <span className="cell-faint">{data.alarmId}</span>
    </>
  );
}

export function AckCell({ data }: Cell): ReactNode {
  const { t } = useTranslation();
  if (data?.ack.state !== 'acknowledged') return <span className="unseen">{t('ack.no')}</span>;
  const { by, at } = data.ack;
  const who = by && at ? t('ack.by', { user: by, at: formatLocal(Date.parse(at)) }) : '';
  return (
    <span title={`${t('ack.yes')} ${who}`}>
      <CheckOutlined aria-hidden="true" className="ack-tick" /> <span className="ack-by">{by}</span>
      <span className="unseen">{t('ack.yes')}</span>
    </span>
  );
}

const flagIcons = {
  intermittent: ThunderboltOutlined,
  stale: DisconnectOutlined,
  shelved: PauseCircleOutlined,
};
const flags = ['intermittent', 'stale', 'shelved'] as const;

export function FlagsCell({ data }: Cell): ReactNode {
  const { t } = useTranslation();
  return (
    <span className="flags">
      {flags
        .filter((flag) => data?.[flag])
        .map((flag) => {
          const Icon = flagIcons[flag];
          return <Icon key={flag} role="img" aria-label={t(`flag.${flag}Short`)} title={t(`flag.${flag}`)} />;
        })}
    </span>
  );
}
