import { type MmlResource, mmlResource, problem, sessionResource } from '@omc/api';
import { escapeControls, languageChosen } from '@omc/mml';
import { type Address, hostAndPort } from './address.js';
import type { Credentials } from './credentials.js';
import { exchange, type Reply } from './exchange.js';
import { exitStatus, type Stop, stop } from './exit-status.js';
import type { Voice } from './voice.js';

/** A signed-in connection to the OMC. */
export interface Session {
  /** Where and as whom, to be shown. */
  readonly description: string;
  readonly address: Address;
  readonly token: string;
  /** The OMC has ended it: it will not come back by itself. */
  readonly isOver: boolean;
  /** The OMC could not be reached the last time. */
  readonly isAway: boolean;
  /** Runs one text of commands. */
  run(command: string): Promise<{ readonly ok: true; readonly answer: MmlResource } | Stop>;
  /** Signs out; answers why that failed, if it did. */
  close(): Promise<string | undefined>;
}

/** Signs in. Reports come in the language of the voice, which SET LANG changes. */
export async function openSession(
  address: Address,
  { user, password }: Credentials,
  voice: Voice,
): Promise<{ readonly ok: true; readonly session: Session } | Stop> {
  const where = hostAndPort(address);
  const ask = { method: 'POST', path: '/session', body: { user, password } } as const;
  const reply = await exchange(address, ask, voice);
  if (!reply.ok) {
    // What speaks HTTPS breaks a connection off that does not begin with TLS.
    const hint =
      reply.reason === voice.say('brokenOff') && address.ca === undefined ? voice.say('maybeHttps') : '';
    return stop(exitStatus.noSession, voice.say('cannotReach', { where, reason: `${reply.reason}${hint}` }));
  }
  const opened = sessionResource.safeParse(reply.body);
  if (reply.status !== 201 || !opened.success)
    return stop(
      exitStatus.noSession,
      voice.say('cannotSignIn', { where, user, reason: whyNot(reply, voice) }),
    );
  const { token, role } = opened.data;
  const description = voice.say('whereAndWho', { where, user, role });
  return { ok: true, session: sessionOn(address, token, description, voice) };
}

function sessionOn(address: Address, token: string, description: string, voice: Voice): Session {
  let [isOver, isAway] = [false, false];
  return {
    description,
    address,
    token,
    get isOver() {
      return isOver;
    },
    get isAway() {
      return isAway;
    },
    run: async (command) => {
      const { language } = voice;
      const body = { command, ...(language === 'en' ? {} : { language }) };
      const reply = await exchange(address, { method: 'POST', path: '/mml', token, body }, voice);
      isAway = !reply.ok;
      isOver ||= reply.ok && reply.status === 401;
      const result = answerIn(reply, hostAndPort(address), voice);
      if (result.ok && result.answer.retcode === 0) voice.language = languageChosen(command) ?? language;
      return result;
    },
    close: async () => {
      const reply = await exchange(address, { method: 'DELETE', path: '/session', token }, voice);
      if (!reply.ok) return reply.reason;
      return reply.status === 204 ? undefined : whyNot(reply, voice);
    },
  };
}

function answerIn(
  reply: Reply,
  where: string,
  voice: Voice,
): { readonly ok: true; readonly answer: MmlResource } | Stop {
  if (!reply.ok) return stop(exitStatus.noSession, voice.say('lost', { where, reason: reply.reason }));
  if (reply.status === 401)
    return stop(exitStatus.noSession, voice.say('sessionEnded', { where, reason: whyNot(reply, voice) }));
  const answer = mmlResource.safeParse(reply.body);
  if (reply.status === 200 && answer.success) return { ok: true, answer: answer.data };
  return stop(exitStatus.failed, voice.say('refused', { where, reason: whyNot(reply, voice) }));
}

function whyNot({ status, body }: { readonly status: number; readonly body: unknown }, voice: Voice): string {
  const told = problem.safeParse(body);
  if (told.success) return escapeControls(voice.translated(told.data.detail ?? told.data.title));
  return status === 401 ? voice.say('wrongPassword') : voice.say('unexpectedAnswer', { status });
}
