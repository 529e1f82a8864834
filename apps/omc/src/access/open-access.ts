import type { Store } from '@omc/store';
import type { Logger } from 'pino';
import { AuditOffice } from '../audit/audit-office.js';
import { type Configuration, isLoopback } from '../configuration/configuration.js';
import { UsersOffice } from '../people/users-office.js';
import { BasicCredentials } from './basic-credentials.js';
import { ClientCertificates } from './client-certificates.js';
import { Lockout } from './lockout.js';
import type { PasswordChecks } from './password-checks.js';
import { PasswordDesk } from './password-desk.js';
import { Sessions } from './sessions.js';

/** Everything that knows who somebody is and what they may. */
export interface OpenedAccess {
  readonly audit: AuditOffice;
  readonly sessions: Sessions;
  readonly basicCredentials: BasicCredentials;
  readonly clientCertificates: ClientCertificates;
  readonly users: UsersOffice;
}

/** Puts together what lets people and programs in. */
export function openAccess(
  { people, sessionRows, auditLog }: Store,
  { OMC_SESSION_IDLE_S, OMC_HOST }: Configuration,
  checks: PasswordChecks,
  now: () => number,
  log: Logger,
): OpenedAccess {
  const audit = new AuditOffice(auditLog, now);
  const passwords = new PasswordDesk({ people, checks, lockout: new Lockout(now), audit });
  const idleMs = OMC_SESSION_IDLE_S * 1000;
  const insistsOnChange = !isLoopback(OMC_HOST);
  const sessions = new Sessions({
    ...{ passwords, rows: sessionRows, audit, now, idleMs, insistsOnChange, log },
  });
  const basicCredentials = new BasicCredentials(passwords, now);
  const clientCertificates = new ClientCertificates(people, now);
  const forget = (user: string) => {
    basicCredentials.forget(user);
    clientCertificates.forget();
  };
  return {
    ...{ audit, sessions, basicCredentials, clientCertificates },
    users: new UsersOffice({ people, passwords, sessions, audit, now, forget }),
  };
}
