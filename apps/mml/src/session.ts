import { type MmlResource, mmlResource, problem, sessionResource } from '@omc/api';
import { escapeControls, languageChosen, type MmlLanguage } from '@omc/mml';
import { type Address, hostAndPort } from './address.js';
import type { Credentials } from './credentials.js';
import { exchange, type Reply } from './exchange.js';
import { exitStatus, type Stop, stop } from './exit-status.js';

/** A signed-in connection to the OMC. */
export interface Session {
  /** Where and as whom, to be shown. */
  readonly description: string;
  readonly address: Address;
  readonly token: string;
  /** The language of reports, which SET LANG changes. */
  readonly language: MmlLanguage;
  /** Runs one text of commands. */
  run(command: string): Promise<{ readonly ok: true; readonly answer: MmlResource } | Stop>;
  /** Signs out; answers why that failed, if it did. */
  close(): Promise<string | undefined>;
}

/** Signs in. */
export async function openSession(
  address: Address,
  { user, password }: Credentials,
): Promise<{ readonly ok: true; readonly session: Session } | Stop> {
  const where = hostAndPort(address);
  const reply = await exchange(address, { method: 'POST', path: '/session', body: { user, password } });
  if (!reply.ok) return stop(exitStatus.noSession, `cannot reach the OMC at ${where}: ${reply.reason}`);
  const opened = sessionResource.safeParse(reply.body);
  if (reply.status !== 201 || !opened.success)
    return stop(exitStatus.noSession, `cannot sign in to the OMC at ${where} as ${user}: ${whyNot(reply)}`);
  const { token, role } = opened.data;
  return { ok: true, session: sessionOn(address, token, `${where} as ${user} (${role})`) };
}

function sessionOn(address: Address, token: string, description: string): Session {
  let language: MmlLanguage = 'en';
  return {
    description,
    address,
    token,
    get language() {
      return language;
    },
    run: async (command) => {
      const body = { command, ...(language === 'en' ? {} : { language }) };
      const reply = await exchange(address, { method: 'POST', path: '/mml', token, body });
      const result = answerIn(reply, hostAndPort(address));
      if (result.ok && result.answer.retcode === 0) language = languageChosen(command) ?? language;
      return result;
    },
    close: async () => {
      const reply = await exchange(address, { method: 'DELETE', path: '/session', token });
      if (!reply.ok) return reply.reason;
      return reply.status === 204 ? undefined : whyNot(reply);
    },
  };
}

function answerIn(reply: Reply, where: string): { readonly ok: true; readonly answer: MmlResource } | Stop {
  if (!reply.ok) return stop(exitStatus.noSession, `lost the OMC at ${where}: ${reply.reason}`);
  if (reply.status === 401)
    return stop(exitStatus.noSession, `the session with ${where} has ended: ${whyNot(reply)}`);
  const answer = mmlResource.safeParse(reply.body);
  if (reply.status === 200 && answer.success) return { ok: true, answer: answer.data };
  return stop(exitStatus.failed, `the OMC at ${where} refused: ${whyNot(reply)}`);
}

function whyNot({ status, body }: { readonly status: number; readonly body: unknown }): string {
  const told = problem.safeParse(body);
  if (told.success) return escapeControls(told.data.detail ?? told.data.title);
  return status === 401 ? 'wrong user or password' : `unexpected answer with status ${status}`;
}
