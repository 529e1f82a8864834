import {
  CheckOutlined,
  CloseCircleOutlined,
  CloseOutlined,
  CommentOutlined,
  PauseCircleOutlined,
  UndoOutlined,
} from '@ant-design/icons';
import type { AlarmResource } from '@omc/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { MOST_PICKED, type Picks } from '../../../data/picks.js';
import { usePicked } from '../../../data/use-picked.js';
import type { Asked } from './action-dialog.js';
import type { Deeds } from './use-deeds.js';

interface BulkBarProps {
  readonly picks: Picks;
  readonly deeds: Deeds;
  /** Why nothing may be done; undefined where it may. */
  readonly reason: string | undefined;
  /** The alarms that are picked, as they are now. */
  readonly picked: () => readonly AlarmResource[];
  readonly onAsk: (asked: Asked) => void;
}

/** What can be done to the alarms that are picked; it is there while some are. */
export function BulkBar({ picks, deeds, reason, picked, onAsk }: BulkBarProps): ReactNode {
  const { t } = useTranslation();
  const { size } = usePicked(picks);
  if (size === 0) return null;
  const blocked = { disabled: reason !== undefined || deeds.busy, title: reason };
  return (
    <div className="bulk-bar" role="toolbar" aria-label={t('bulk.label')} data-testid="bulk-bar">
      <b>{t('bulk.picked', { count: size })}</b>
      {size === MOST_PICKED && <small>{t('bulk.most', { count: MOST_PICKED })}</small>}
      <Button
        {...blocked}
        look="strong"
        icon={<CheckOutlined aria-hidden="true" />}
        onClick={() => deeds.act({ action: 'acknowledge', alarms: unacknowledged(picked()) })}
      >
        {t('action.acknowledge')} <kbd>a</kbd>
      </Button>
      <Button
        {...blocked}
        icon={<UndoOutlined aria-hidden="true" />}
        onClick={() => deeds.act({ action: 'unacknowledge', alarms: picked() })}
      >
        {t('bulk.unacknowledge')}
      </Button>
      <Button {...blocked} icon={<CommentOutlined aria-hidden="true" />} onClick={() => onAsk('comment')}>
        {t('action.comment')} <kbd>c</kbd>
      </Button>
      <Button {...blocked} icon={<CloseCircleOutlined aria-hidden="true" />} onClick={() => onAsk('clear')}>
        {t('action.clear')}
      </Button>
      <Button {...blocked} icon={<PauseCircleOutlined aria-hidden="true" />} onClick={() => onAsk('shelve')}>
        {t('shelve.shelve')} <kbd>s</kbd>
      </Button>
      <span className="header-gap" />
      <Button look="quiet" icon={<CloseOutlined aria-hidden="true" />} onClick={() => picks.clear()}>
        {t('bulk.none')} <kbd>Esc</kbd>
      </Button>
    </div>
  );
}

/** Those still to be acknowledged; where all are, all, so that it is said of each that it is. */
function unacknowledged(alarms: readonly AlarmResource[]): readonly AlarmResource[] {
  const open = alarms.filter(({ ack }) => ack.state === 'unacknowledged');
  return open.length > 0 ? open : alarms;
}
