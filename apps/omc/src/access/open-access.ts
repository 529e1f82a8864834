import type { Store } from '@omc/store';
import type { Logger } from 'pino';
import { AuditOffice } from '../audit/audit-office.js';
import { type Configuration, isLoopback } from '../configuration/configuration.js';
import { UsersOffice } from '../people/users-office.js';
import { ApiTokens } from './api-tokens.js';
import { BasicCredentials } from './basic-credentials.js';
import { ClientCertificates } from './client-certificates.js';
import { Lockout } from './lockout.js';
import type { PasswordChecks } from './password-checks.js';
import { PasswordDesk } from './password-desk.js';
import { SessionDesk } from './session-desk.js';
import { Sessions } from './sessions.js';

/** Everything that knows who somebody is and what they may. */
export interface OpenedAccess {
  readonly audit: AuditOffice;
  readonly sessions: Sessions;
  readonly sessionDesk: SessionDesk;
  readonly apiTokens: ApiTokens;
  readonly basicCredentials: BasicCredentials;
  readonly clientCertificates: ClientCertificates;
  readonly users: UsersOffice;
}

/** What access needs of the house beside the store and the configuration. */
export interface AccessSurroundings {
  readonly checks: PasswordChecks;
  /** The subnet that an NE's topology names. */
  readonly subnetOf: (ne: string) => string | undefined;
  readonly now: () => number;
  readonly log: Logger;
}

/** Puts together what lets people and programs in. */
export function openAccess(
  { people, sessionRows, apiTokens: rows, auditLog }: Store,
  { OMC_SESSION_IDLE_S, OMC_HOST }: Configuration,
  { checks, subnetOf, now, log }: AccessSurroundings,
): OpenedAccess {
  const audit = new AuditOffice(auditLog, now);
  const passwords = new PasswordDesk({ people, checks, lockout: new Lockout(now), audit });
  const idleMs = OMC_SESSION_IDLE_S * 1000;
  const insistsOnChange = !isLoopback(OMC_HOST);
  const apiTokens = new ApiTokens({ rows, people, subnetOf, now });
  const sessions = new Sessions({
    ...{ passwords, rows: sessionRows, audit, apiTokens, now, idleMs, insistsOnChange, log },
  });
  const basicCredentials = new BasicCredentials(passwords, now);
  const clientCertificates = new ClientCertificates(people, now);
  const forget = (user: string) => {
    basicCredentials.forget(user);
    clientCertificates.forget();
    apiTokens.forget(user);
  };
  return {
    ...{ audit, sessions, apiTokens, basicCredentials, clientCertificates },
    sessionDesk: new SessionDesk({ rows: sessionRows, sessions, people, audit, now }),
    users: new UsersOffice({ people, passwords, sessions, audit, now, forget }),
  };
}
