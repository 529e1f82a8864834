import type { AlarmResource } from '@omc/api';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../components/dialog.js';
import { useLanguage } from '../../../i18n/use-language.js';
import { DialogEnds } from './dialog-ends.js';
import { ShelveForm } from './shelve-form.js';
import type { Deeds } from './use-deeds.js';

/** What has to be asked about before it is done. */
export type Asked = 'comment' | 'clear' | 'shelve';

interface ActionDialogProps {
  readonly asked: Asked;
  readonly alarms: readonly AlarmResource[];
  readonly deeds: Deeds;
  readonly onClose: () => void;
}

/** Asks what an action on some alarms needs to know. */
export function ActionDialog({ asked, alarms, deeds, onClose }: ActionDialogProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Dialog title={t(asked === 'shelve' ? 'shelve.title' : `action.${asked}`)} onClose={onClose}>
      <About alarms={alarms} />
      {asked === 'shelve' ? (
        <ShelveForm alarms={alarms} deeds={deeds} onClose={onClose} />
      ) : (
        <CommentForm asked={asked} alarms={alarms} deeds={deeds} onClose={onClose} />
      )}
    </Dialog>
  );
}

function About({ alarms }: { alarms: readonly AlarmResource[] }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const [first] = alarms;
  if (!first || alarms.length > 1) return <p>{t('alarms.shown', { count: alarms.length })}</p>;
  return (
    <p>
      <b>{first.name[language]}</b> {first.ne} {first.object}
    </p>
  );
}

function CommentForm({
  asked,
  alarms,
  deeds,
  onClose,
}: ActionDialogProps & { asked: 'comment' | 'clear' }): ReactNode {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const comment = text.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (asked === 'comment' && comment === '') return;
    deeds.act({ action: asked, alarms, ...(comment && { comment }) });
    onClose();
  };
  return (
    <form className="dialog-form" onSubmit={submit}>
      <label>
        {t(asked === 'clear' ? 'action.clearWhy' : 'action.say')}
        <input
          className="field"
          maxLength={1000}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <DialogEnds
        action={t(`action.${asked}`)}
        disabled={asked === 'comment' && comment === ''}
        onClose={onClose}
      />
    </form>
  );
}
