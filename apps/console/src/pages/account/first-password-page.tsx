import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { Preferences } from '../../components/preferences.js';
import { useSignOut } from '../../data/use-sign-out.js';
import { PasswordForm } from './password-form.js';

/** The page has one thing to do, and this is where it begins. */
function begin(field: HTMLInputElement | null): void {
  field?.focus();
}

/** Stands before the console for who has to change the password first. */
export default function FirstPasswordPage({ user }: { user: string }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const signOut = useSignOut();
  return (
    <main className="sign-in">
      <title>{`${t('account.mustTitle')} · ${t('app.name')}`}</title>
      <div className="sign-in-card">
        <h1>
          <img src="/mark.svg" alt="" /> {t('account.mustTitle')}
        </h1>
        <p className="sign-in-hint">{t('account.mustHint')}</p>
        <PasswordForm
          user={user}
          begin={begin}
          onDone={() => void queries.resetQueries({ queryKey: ['summary'] })}
        />
        <Button look="quiet" onClick={() => signOut.mutate()}>
          {t('user.signOut')}
        </Button>
      </div>
      <Preferences />
    </main>
  );
}
