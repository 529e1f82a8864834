import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { useTroubleText } from '../../components/use-trouble-text.js';
import { request } from '../../data/request.js';
import { RequestProblem } from '../../data/request-errors.js';
import '../../theme/cards.css';

const members = ['password', 'newPassword', 'again'] as const;
const nothing = { password: '', newPassword: '', again: '' };

interface PasswordFormProps {
  readonly user: string;
  /** Takes the first field: where there is nothing else to do, it has the focus. */
  readonly begin?: (field: HTMLInputElement | null) => void;
  readonly onDone?: () => void;
}

/** Changes one's own password; all other sessions end, this one goes on. */
export function PasswordForm({ user, begin, onDone }: PasswordFormProps): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const [values, setValues] = useState(nothing);
  const save = useSave(() => {
    setValues(nothing);
    onDone?.();
  });
  const differ = values.again !== '' && values.again !== values.newPassword;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!differ) save.mutate(values);
  };
  return (
    <form className="stacked-form" onSubmit={submit}>
      <input type="text" name="user" autoComplete="username" value={user} readOnly hidden />
      {members.map((name) => (
        <div key={name}>
          <label htmlFor={id + name}>{t(`account.${name}`)}</label>
          <input
            id={id + name}
            ref={name === 'password' ? begin : undefined}
            className="field"
            type="password"
            autoComplete={name === 'password' ? 'current-password' : 'new-password'}
            required
            maxLength={name === 'password' ? 200 : 128}
            value={values[name]}
            onChange={({ target }) => setValues({ ...values, [name]: target.value })}
          />
        </div>
      ))}
      <p className="form-hint">{t('account.passwordHint')}</p>
      {differ && <p className="form-trouble">{t('account.differ')}</p>}
      <Trouble error={save.error} />
      <div>
        <Button look="strong" type="submit" disabled={save.isPending || differ}>
          {t('account.change')}
        </Button>
        <output className="said"> {save.isSuccess && t('account.changed')}</output>
      </div>
    </form>
  );
}

function useSave(onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ password, newPassword }: typeof nothing) =>
      request('POST /session/password', { body: { password, newPassword } }),
    onSuccess: async () => {
      onDone();
      await queries.invalidateQueries({ queryKey: ['session'] });
    },
  });
}

function Trouble({ error }: { error: unknown }): ReactNode {
  const general = useTroubleText(error);
  const reasons = error instanceof RequestProblem ? (error.problem.errors ?? []) : [];
  if (!general) return null;
  return (
    <p className="form-trouble" role="alert">
      {reasons.length > 0 ? reasons.map(({ reason }) => reason).join('; ') : general}
    </p>
  );
}
