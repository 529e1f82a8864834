import {
  CheckOutlined,
  CloseCircleOutlined,
  CommentOutlined,
  PauseCircleOutlined,
  UndoOutlined,
} from '@ant-design/icons';
import type { AlarmResource } from '@omc/api';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { useFocusReturn } from '../../../components/use-focus-return.js';
import { useTroubleText } from '../../../components/use-trouble-text.js';
import { useLive } from '../../../data/live-context.js';
import { useAlarmTypes, useExplanation, useSession } from '../../../data/queries.js';
import { mayOperate } from '../../../data/rights.js';
import { type DeedOutcome, undoOf, useAlarmActions } from '../../../data/use-alarm-actions.js';

/** What the comment being written goes with. */
type Draft = 'comment' | 'clear';

interface AlarmActionsProps {
  readonly alarm: AlarmResource;
  readonly onShelve?: ((alarm: AlarmResource) => void) | undefined;
}

/** What can be done to an alarm: acknowledge, comment, clear, shelve; what was done can be taken back where that is possible. */
export function AlarmActions({ alarm, onShelve }: AlarmActionsProps): ReactNode {
  const { t } = useTranslation();
  const act = useAlarmActions();
  const [draft, setDraft] = useState<Draft | null>(null);
  const { data: session } = useSession();
  const mayAct = session !== undefined && mayOperate(session.role);
  const reason = mayAct ? undefined : t('action.needsOperator');
  const { data: types } = useAlarmTypes();
  const origin = types?.get(alarm.alarmId)?.origin ?? 'report';
  const againstClear = origin === 'report' ? reason : t(`action.not-cleared-${origin}`);
  const acknowledged = alarm.ack.state === 'acknowledged';
  const finish = (comment: string) => {
    if (!draft) return;
    act.mutate(
      { action: draft, alarms: [alarm], ...(comment && { comment }) },
      { onSuccess: ({ refused }) => refused.length === 0 && setDraft(null) },
    );
  };
  return (
    <section className="actions" aria-label={t('action.label')} data-testid="alarm-actions">
      <div className="actions-buttons">
        <Button
          look={acknowledged ? 'plain' : 'strong'}
          icon={acknowledged ? <UndoOutlined aria-hidden="true" /> : <CheckOutlined aria-hidden="true" />}
          disabled={!mayAct || act.isPending}
          title={reason}
          aria-keyshortcuts="a"
          data-action="acknowledge"
          onClick={() =>
            act.mutate({ action: acknowledged ? 'unacknowledge' : 'acknowledge', alarms: [alarm] })
          }
        >
          {t(acknowledged ? 'action.unacknowledge' : 'action.acknowledge')} <kbd>a</kbd>
        </Button>
        <Button
          icon={<CommentOutlined aria-hidden="true" />}
          disabled={!mayAct}
          title={reason}
          aria-keyshortcuts="c"
          data-action="comment"
          onClick={() => setDraft('comment')}
        >
          {t('action.comment')} <kbd>c</kbd>
        </Button>
        {alarm.state === 'active' && (
          <Button
            icon={<CloseCircleOutlined aria-hidden="true" />}
            disabled={againstClear !== undefined}
            title={againstClear}
            onClick={() => setDraft('clear')}
          >
            {t('action.clear')}
          </Button>
        )}
        {alarm.state === 'active' && onShelve && (
          <Button
            icon={<PauseCircleOutlined aria-hidden="true" />}
            disabled={!mayAct}
            title={reason}
            aria-keyshortcuts="s"
            data-action="shelve"
            onClick={() => onShelve(alarm)}
          >
            {t('shelve.shelve')} <kbd>s</kbd>
          </Button>
        )}
        {!acknowledged && mayAct && <WithSymptoms alarm={alarm} act={act} />}
      </div>
      {session && !mayAct && <p className="form-hint">{reason}</p>}
      {draft && (
        <CommentForm
          key={draft}
          draft={draft}
          busy={act.isPending}
          onDone={finish}
          onClose={() => setDraft(null)}
        />
      )}
      <Outcome act={act} />
    </section>
  );
}

type Act = ReturnType<typeof useAlarmActions>;

/** Acknowledges a root and everything that follows from it in one go. */
function WithSymptoms({ alarm, act }: { alarm: AlarmResource; act: Act }): ReactNode {
  const { t } = useTranslation();
  const symptoms = useExplanation(alarm.id).data?.symptoms ?? [];
  const live = useLive();
  const known = symptoms.flatMap((id) => live.rows.get(id) ?? []);
  const open = known.filter(({ ack }) => ack.state === 'unacknowledged');
  if (open.length === 0) return null;
  return (
    <Button
      icon={<CheckOutlined aria-hidden="true" />}
      disabled={act.isPending}
      onClick={() => act.mutate({ action: 'acknowledge', alarms: [alarm, ...open] })}
    >
      {t('action.withSymptoms', { count: open.length })}
    </Button>
  );
}

interface CommentFormProps {
  readonly draft: Draft;
  readonly busy: boolean;
  readonly onDone: (comment: string) => void;
  readonly onClose: () => void;
}

function CommentForm({ draft, busy, onDone, onClose }: CommentFormProps): ReactNode {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  useFocusReturn();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft === 'clear' || text.trim() !== '') onDone(text.trim());
  };
  return (
    <form className="comment-form" onSubmit={submit}>
      <label>
        {t(draft === 'clear' ? 'action.clearWhy' : 'action.say')}
        <input
          className="field"
          // The field is what was just asked for.
          ref={(field) => field?.focus()}
          maxLength={1000}
          value={text}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            onClose();
          }}
        />
      </label>
      <Button type="submit" look="strong" disabled={busy || (draft === 'comment' && text.trim() === '')}>
        {t(draft === 'clear' ? 'action.clear' : 'action.comment')}
      </Button>
      <Button onClick={onClose}>{t('form.cancel')}</Button>
    </form>
  );
}

/** What was done, with a way back where there is one, or why it was not. */
function Outcome({ act }: { act: Act }): ReactNode {
  const { t } = useTranslation();
  const trouble = useTroubleText(act.error);
  const outcome: DeedOutcome | undefined = act.data;
  const back = outcome && undoOf(outcome);
  return (
    <output className="actions-outcome">
      {trouble && <span className="form-trouble">{trouble}</span>}
      {outcome && outcome.done.length > 0 && (
        <span className="said">
          {t(`action.done-${outcome.deed.action}`, { count: outcome.done.length })}{' '}
          {back && (
            <Button look="quiet" icon={<UndoOutlined aria-hidden="true" />} onClick={() => act.mutate(back)}>
              {t('action.undo')}
            </Button>
          )}
        </span>
      )}
      {outcome?.refused.map(({ status, detail }, place) =>
        place === 0 ? (
          <span key="first" className="form-trouble">
            {status === 412 ? t('action.conflict') : t('form.failed', { reason: detail })}
            {outcome.refused.length > 1 && ` (${outcome.refused.length})`}
          </span>
        ) : null,
      )}
    </output>
  );
}
