import { DownOutlined, LogoutOutlined, UserOutlined } from '@ant-design/icons';
import type { Whoami } from '@omc/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignOut } from '../data/use-sign-out.js';
import { Button } from './button.js';
import { DropPanel } from './drop-panel.js';
import { PageLink } from './page-link.js';

/** Who is signed in, with which rights, and the way out. */
export function UserMenu({ session }: { session: Whoami }): ReactNode {
  const { t } = useTranslation();
  const signOut = useSignOut();
  const face = (
    <>
      <UserOutlined aria-hidden="true" />
      <span className="user-name">{session.user}</span>
      <DownOutlined className="user-caret" aria-hidden="true" />
    </>
  );
  return (
    <DropPanel face={face} label={`${t('user.menu')}: ${session.user}`}>
      <div className="user-about">
        <b>{session.user}</b>
        <span>{t(`role.${session.role}`)}</span>
        <small>
          {t('app.name')} · {t('user.version', { version: session.version })}
        </small>
      </div>
      <PageLink to={{ page: 'account', alarm: null, at: null, find: '' }}>{t('nav.account')}</PageLink>
      {signOut.isError && <p className="form-trouble">{t('form.unreachable')}</p>}
      <Button icon={<LogoutOutlined aria-hidden="true" />} onClick={() => signOut.mutate()}>
        {t('user.signOut')}
      </Button>
    </DropPanel>
  );
}
