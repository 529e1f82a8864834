import {
  ApartmentOutlined,
  CloseOutlined,
  LinkOutlined,
  LoadingOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import type { AlarmResource } from '@omc/api';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { Notice } from '../../../components/notice.js';
import { PageLink } from '../../../components/page-link.js';
import { SeverityMark } from '../../../components/severity-mark.js';
import { reasonOf } from '../../../data/reason-of.js';
import { RequestProblem } from '../../../data/request-errors.js';
import { markOf } from '../../../data/severity.js';
import { useWatchedAlarm } from '../../../data/use-watched-alarm.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { AlarmActions } from './alarm-actions.js';
import { AlarmFacts } from './alarm-facts.js';
import { AlarmLog } from './alarm-log.js';
import { CatalogueTexts } from './catalogue-texts.js';
import { CauseSection } from './cause-section.js';
import { CommentsSection } from './comments-section.js';
import { DetailFlags } from './detail-flags.js';
import { GroupSection } from './group-section.js';
import { InfoMembers } from './info-members.js';
import { LivesSection } from './lives-section.js';
import { NotesSection } from './notes-section.js';

interface AlarmDetailProps {
  readonly id: string;
  readonly onClose: () => void;
  /** Asks for how long an alarm is to be out of sight; left out where that is not asked. */
  readonly onShelve?: ((alarm: AlarmResource) => void) | undefined;
}

/** Everything about one alarm, beside the list, kept up to date by the live stream. */
export function AlarmDetail({ id, onClose, onShelve }: AlarmDetailProps): ReactNode {
  const { t } = useTranslation();
  const { alarm, error } = useWatchedAlarm(id);
  return (
    <aside className="detail" aria-label={t('detail.label')} data-testid="alarm-detail">
      <div className="detail-tools">
        <CopyLink />
        <Button
          look="quiet"
          icon={<CloseOutlined />}
          aria-label={t('detail.close')}
          title={t('detail.close')}
          onClick={onClose}
        />
      </div>
      {alarm ? <Sections alarm={alarm} onShelve={onShelve} /> : <Absent error={error} />}
    </aside>
  );
}

function Sections({
  alarm,
  onShelve,
}: Pick<AlarmDetailProps, 'onShelve'> & { alarm: AlarmResource }): ReactNode {
  const language = useLanguage();
  return (
    <>
      <div className={`detail-head mark-${markOf(alarm)}`}>
        <SeverityMark mark={markOf(alarm)} />
        <h2>
          {alarm.name[language]} <small className="detail-type">{alarm.alarmId}</small>
        </h2>
        <p>
          <b>{alarm.ne}</b> {alarm.object}
          {alarm.ne !== 'network' && <MapLink ne={alarm.ne} />}
        </p>
        <DetailFlags alarm={alarm} />
      </div>
      <AlarmActions alarm={alarm} onShelve={onShelve} />
      <NotesSection alarm={alarm} />
      <CommentsSection id={alarm.id} />
      <CauseSection alarm={alarm} />
      <GroupSection alarm={alarm} />
      <AlarmFacts alarm={alarm} />
      <CatalogueTexts alarmId={alarm.alarmId} />
      <InfoMembers info={alarm.info} />
      <LivesSection alarm={alarm} />
      <AlarmLog id={alarm.id} />
    </>
  );
}

function MapLink({ ne }: { ne: string }): ReactNode {
  const { t } = useTranslation();
  return (
    <PageLink
      className="detail-map"
      to={{ page: 'network', at: ne, alarm: null }}
      title={t('nes.map', { id: ne })}
      aria-label={t('nes.map', { id: ne })}
    >
      <ApartmentOutlined aria-hidden="true" />
    </PageLink>
  );
}

function Absent({ error }: { error: Error | null }): ReactNode {
  const { t } = useTranslation();
  if (!error) return <Notice icon={<LoadingOutlined />} title={t('app.loading')} />;
  const missing = error instanceof RequestProblem && (error.status === 404 || error.status === 400);
  return (
    <Notice
      tone="bad"
      icon={<WarningOutlined />}
      title={missing ? t('detail.missing') : t('detail.failed', { reason: reasonOf(error, t) })}
    />
  );
}

function CopyLink(): ReactNode {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  if (!navigator.clipboard) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(window.location.href);
    setCopied(true);
  };
  return (
    <Button look="quiet" icon={<LinkOutlined />} onClick={() => void copy()} onBlur={() => setCopied(false)}>
      <span aria-live="polite">{t(copied ? 'detail.copied' : 'detail.copyLink')}</span>
    </Button>
  );
}
