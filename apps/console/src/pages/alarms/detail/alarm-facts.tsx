import type { AlarmResource } from '@omc/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RunningDuration } from '../../../components/running-duration.js';
import { SeverityMark } from '../../../components/severity-mark.js';
import { formatLocal, formatWithOffset } from '../../../data/instants.js';
import { Fact } from './fact.js';

/** The facts of an alarm, one a line. */
export function AlarmFacts({ alarm }: { alarm: AlarmResource }): ReactNode {
  const { t } = useTranslation();
  return (
    <section aria-label={t('detail.facts')}>
      <dl className="facts">
        <Fact name={t('detail.text')}>{alarm.text}</Fact>
        <Fact name={t('column.severity')}>
          <SeverityMark mark={alarm.severity} />
        </Fact>
        <Fact name={t('detail.state')}>
          {t(alarm.state === 'active' ? 'detail.active' : 'severity.cleared')}
        </Fact>
        <Life alarm={alarm} />
        <Fact name={t('detail.ack')}>
          <Acknowledgement ack={alarm.ack} />
        </Fact>
        <Fact name={t('detail.reports')}>{alarm.reports}</Fact>
        <Fact name={t('detail.eventType')}>{t(`eventType.${alarm.eventType}`)}</Fact>
        <Fact name={t('detail.probableCause')}>{alarm.probableCause}</Fact>
        <Fact name={t('detail.id')}>
          <code>{alarm.id}</code>
        </Fact>
      </dl>
    </section>
  );
}

function Life({ alarm }: { alarm: AlarmResource }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Fact name={t('detail.faultAt')}>
        <Instant at={alarm.faultAt} />
      </Fact>
      <Fact name={t('detail.raisedAt')}>
        <Instant at={alarm.raisedAt} />
      </Fact>
      <Fact name={t('detail.clearedAt')}>{alarm.clearedAt && <Instant at={alarm.clearedAt} />}</Fact>
      <Fact name={t('detail.clearedBy')}>{alarm.clearedBy && t(`clearedBy.${alarm.clearedBy}`)}</Fact>
      <Fact name={t('detail.duration')}>
        <span className="cell-age">
          <RunningDuration from={alarm.raisedAt} to={alarm.clearedAt} />
        </span>
      </Fact>
    </>
  );
}

function Instant({ at }: { at: string }): ReactNode {
  const instant = Date.parse(at);
  return (
    <time dateTime={at} title={formatWithOffset(instant)}>
      {formatLocal(instant)}
    </time>
  );
}

function Acknowledgement({ ack }: Pick<AlarmResource, 'ack'>): ReactNode {
  const { t } = useTranslation();
  if (ack.state === 'unacknowledged') return t('ack.no');
  const who = ack.by && ack.at ? t('ack.by', { user: ack.by, at: formatLocal(Date.parse(ack.at)) }) : '';
  return `${t('ack.yes')} ${who}`;
}
