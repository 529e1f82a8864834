import { LogoutOutlined } from '@ant-design/icons';
import type { OpenSessionResource } from '@omc/api';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { RowButton } from '../../components/row-button.js';
import { formatLocal, formatWithOffset } from '../../data/instants.js';
import { lazyPart } from '../../data/lazy-part.js';
import { useOpenSessions } from '../../data/people-queries.js';
import { programWords } from '../../data/program-words.js';
import { reasonOf } from '../../data/reason-of.js';
import { useTask } from '../../data/use-task.js';

const EndSessionDialog = lazyPart(() => import('./end-session-dialog.js'));

/** Where one is signed in, so that one can end what one does not know. */
export function Sessions(): ReactNode {
  const { t } = useTranslation();
  const sessions = useOpenSessions();
  const { task, begin, said, ends } = useTask<OpenSessionResource | 'others'>();
  const hasOthers = sessions.data?.some(({ current }) => !current) ?? false;
  return (
    <section className="card" aria-label={t('sessions.title')} data-testid="sessions">
      <h2>{t('sessions.title')}</h2>
      <p className="form-hint">{t('sessions.intro')}</p>
      {sessions.error && (
        <p className="form-trouble">{t('form.failed', { reason: reasonOf(sessions.error, t) })}</p>
      )}
      {sessions.data && <SessionTable sessions={sessions.data} onEnd={begin} />}
      {hasOthers && (
        <Button icon={<LogoutOutlined aria-hidden="true" />} onClick={() => begin('others')}>
          {t('sessions.endOthers')}
        </Button>
      )}{' '}
      <output className="said">{said}</output>
      <Suspense fallback={null}>{task && <EndSessionDialog ending={task} {...ends} />}</Suspense>
    </section>
  );
}

interface SessionTableProps {
  readonly sessions: readonly OpenSessionResource[];
  readonly onEnd: (session: OpenSessionResource) => void;
}

function SessionTable({ sessions, onEnd }: SessionTableProps): ReactNode {
  const { t } = useTranslation();
  return (
    <table className="plain-table card-table">
      <thead>
        <tr>
          {(['program', 'from', 'began', 'used'] as const).map((name) => (
            <th key={name} scope="col">
              {t(`sessions.${name}`)}
            </th>
          ))}
          <th scope="col">{t('nes.actions')}</th>
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => (
          <tr key={session.id}>
            <td title={session.program ?? undefined}>
              {session.program ? programWords(session.program) : t(`wayIn.${session.via}`)}
            </td>
            <td>{session.from}</td>
            <td>
              <At instant={session.beganAt} />
            </td>
            <td>
              <At instant={session.lastUsedAt} />
            </td>
            <td>
              {session.current ? (
                <b>{t('sessions.current')}</b>
              ) : (
                <RowButton
                  icon={<LogoutOutlined aria-hidden="true" />}
                  title={t('sessions.end')}
                  label={t('sessions.endNamed', {
                    from: session.from,
                    at: formatLocal(Date.parse(session.beganAt)),
                  })}
                  onClick={() => onEnd(session)}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function At({ instant }: { instant: string }): ReactNode {
  const at = Date.parse(instant);
  return <span title={formatWithOffset(at)}>{formatLocal(at)}</span>;
}
