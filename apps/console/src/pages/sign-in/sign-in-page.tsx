import { type FormEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { Preferences } from '../../components/preferences.js';
import { useSignIn } from '../../data/use-sign-in.js';
import { useSignInTrouble } from './use-sign-in-trouble.js';

/** The page has one thing to do, and this is where it begins. */
function begin(field: HTMLInputElement | null): void {
  field?.focus();
}

/** Where a session begins. */
export default function SignInPage(): ReactNode {
  const { t } = useTranslation();
  const signIn = useSignIn();
  const trouble = useSignInTrouble(signIn.error);
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const passwordField = useRef<HTMLInputElement>(null);
  const [capsLock, setCapsLock] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // What is typed after a refusal takes the place of what was refused.
    signIn.mutate({ user, password }, { onError: () => passwordField.current?.select() });
  };
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <main className="sign-in">
      <title>{`${t('signIn.title')} · ${t('app.name')}`}</title>
      <form className="sign-in-card" onSubmit={submit}>
        <h1>
          <img src="/mark.svg" alt="" /> {t('app.name')}
        </h1>
        <label htmlFor="user">{t('signIn.user')}</label>
        <input
          id="user"
          className="field"
          name="user"
          autoComplete="username"
          ref={begin}
          required
          maxLength={64}
          value={user}
          onChange={(event) => setUser(event.target.value)}
        />
        <label htmlFor="password">{t('signIn.password')}</label>
        <input
          id="password"
          ref={passwordField}
          className="field"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          maxLength={200}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          onKeyUp={watchCapsLock}
        />
        {capsLock && <p className="sign-in-hint">⇪ {t('signIn.capsLock')}</p>}
        {trouble && !signIn.isPending && (
          <p className="form-trouble" role="alert">
            {trouble}
          </p>
        )}
        <Button look="strong" type="submit" disabled={signIn.isPending}>
          {t('signIn.submit')}
        </Button>
      </form>
      <Preferences />
    </main>
  );
}
