import type { Whoami } from '@omc/api';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';
import { mayOperate } from '../../../data/rights.js';

interface SaveAsProps {
  readonly session: Whoami;
  readonly busy: boolean;
  readonly onSave: (name: string, shared: boolean) => void;
}

/** Saves what is on screen under another name, for oneself or for all. */
export function SaveAs({ session, busy, onSave }: SaveAsProps): ReactNode {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const mayShare = mayOperate(session.role);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    onSave(name.trim(), shared);
    setName('');
  };
  return (
    <form className="save-as" onSubmit={submit}>
      <input
        className="field"
        aria-label={t('views.name')}
        placeholder={t('views.name')}
        maxLength={64}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <Button type="submit" disabled={busy || name.trim() === ''}>
        {t('views.saveAs')}
      </Button>
      <label title={mayShare ? undefined : t('action.needsOperator')}>
        <input
          type="checkbox"
          disabled={!mayShare}
          checked={shared}
          onChange={({ target }) => setShared(target.checked)}
        />
        {t('views.forAll')}
      </label>
    </form>
  );
}
