import type { Whoami } from '@omc/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatLocal } from '../../data/instants.js';
import { PasswordForm } from './password-form.js';
import { Sessions } from './sessions.js';
import { Tokens } from './tokens.js';
import '../../theme/cards.css';

/** What somebody may, the password, where one is signed in, and the tokens of programs. */
export default function AccountPage({ session }: { session: Whoami }): ReactNode {
  const { t } = useTranslation();
  const { scope } = session;
  const sees = scope ? [...scope.subnets, ...scope.nes].join(', ') || t('users.noNes') : t('users.allNes');
  return (
    <div className="page page-cards">
      <h1>{t('nav.account')}</h1>
      <section className="card" aria-label={t('account.who')}>
        <h2>{t('account.who')}</h2>
        <dl className="facts">
          {[
            [t('users.user'), session.user],
            [t('users.role'), t(`role.${session.role}`)],
            [t('users.scope'), sees],
            [t('account.sessionUntil'), formatLocal(Date.parse(session.expiresAt))],
          ].map(([name, value]) => (
            <div key={name} className="fact">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="card" aria-label={t('account.title')}>
        <h2>{t('account.title')}</h2>
        <PasswordForm user={session.user} />
      </section>
      <Sessions />
      <Tokens session={session} />
    </div>
  );
}
