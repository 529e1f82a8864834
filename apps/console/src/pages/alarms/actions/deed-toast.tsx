import { CloseOutlined, UndoOutlined } from '@ant-design/icons';
import type { AlarmResource } from '@omc/api';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { useTroubleText } from '../../../components/use-trouble-text.js';
import { type DeedOutcome, type RefusedDeed, undoOf } from '../../../data/use-alarm-actions.js';
import { useLanguage } from '../../../i18n/use-language.js';
import type { Deeds, Told } from './use-deeds.js';

/** How long a message stays that nobody has to read. */
const STAYS_MS = 10_000;

/** Tells what was done last, with a way back where there is one; what was not done stays until it is closed. */
export function DeedToast({ deeds }: { deeds: Deeds }): ReactNode {
  const { t } = useTranslation();
  const { told, tell } = deeds;
  const lasts = told !== null && isTrouble(told);
  useEffect(() => {
    if (told === null || lasts) return undefined;
    const timer = setTimeout(() => tell(null), STAYS_MS);
    return () => clearTimeout(timer);
  }, [told, lasts, tell]);
  return (
    <output className="toast-place" data-testid="toast">
      {told && (
        <div className={`toast ${lasts ? 'toast-bad' : ''}`}>
          <Words told={told} deeds={deeds} />
          <Button
            look="quiet"
            icon={<CloseOutlined aria-hidden="true" />}
            aria-label={t('toast.close')}
            title={t('toast.close')}
            onClick={() => tell(null)}
          />
        </div>
      )}
    </output>
  );
}

function isTrouble(told: Told): boolean {
  return told.kind === 'failed' || ('outcome' in told && told.outcome.refused.length > 0);
}

function Words({ told, deeds }: { told: Told; deeds: Deeds }): ReactNode {
  const { t } = useTranslation();
  const trouble = useTroubleText(told.kind === 'failed' ? told.error : null);
  if (told.kind === 'said') return <span>{told.text}</span>;
  if (told.kind === 'failed') return <span>{trouble}</span>;
  if (told.kind === 'done') return <Done outcome={told.outcome} deeds={deeds} />;
  if (told.kind === 'unshelved') return <span>{t('shelve.undone')}</span>;
  const { begun, refused } = told.outcome;
  return (
    <div>
      {begun.length > 0 && (
        <p>
          {t('shelve.done', { count: begun.length })} <Back onClick={() => deeds.unshelve(begun)} />
        </p>
      )}
      {refused.length > 0 && <p>{t('shelve.refused', { count: refused.length, reason: refused[0] })}</p>}
    </div>
  );
}

function Done({ outcome, deeds }: { outcome: DeedOutcome; deeds: Deeds }): ReactNode {
  const { t } = useTranslation();
  const { deed, done, refused } = outcome;
  const back = undoOf(outcome);
  return (
    <div>
      {done.length > 0 && (
        <p>
          {t(`action.done-${deed.action}`, { count: done.length })}{' '}
          {back && <Back onClick={() => deeds.act(back)} />}
        </p>
      )}
      {refused.length > 0 && (
        <details open={refused.length <= 5}>
          <summary>{t('toast.refused', { count: refused.length })}</summary>
          <ul>
            {refused.map((each) => (
              <RefusedLine key={each.id} refused={each} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Back({ onClick }: { onClick: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <Button look="quiet" icon={<UndoOutlined aria-hidden="true" />} onClick={onClick}>
      {t('action.undo')}
    </Button>
  );
}

function RefusedLine({ refused: { id, status, detail, alarm } }: { refused: RefusedDeed }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <li>
      <b>{alarm ? `${alarm.ne} ${alarm.object} ${alarm.name[language]}` : id}</b>{' '}
      {status === 412
        ? `${t('action.conflict')} ${alarm ? t(`toast.now-${stateOf(alarm)}`, nowOf(alarm)) : ''}`
        : detail}
    </li>
  );
}

function stateOf({ state, ack }: AlarmResource) {
  return state === 'cleared' ? 'cleared' : ack.state;
}

function nowOf({ ack: { by = '–' } }: AlarmResource) {
  return { user: by };
}
