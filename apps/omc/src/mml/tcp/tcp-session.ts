import type { Actor, Scope } from '@omc/alarm';
import {
  type AlarmSelection,
  done,
  failure,
  type MmlLanguage,
  type MmlRole,
  type MmlSession,
  type Outcome,
  type Terminal,
} from '@omc/mml';
import type { LockedOut } from '../../access/password-desk.js';
import type { Sessions } from '../../access/sessions.js';

/** What a session over TCP takes from the house. */
export interface TcpSessionParts {
  readonly sessions: Pick<Sessions, 'open' | 'find' | 'close' | 'mustChange'>;
  /** The address that it comes from. */
  readonly from: string;
  readonly now: () => number;
  readonly nextNumber: () => number;
  readonly logError: (error: unknown) => void;
  /** Takes a place among those logged in; false where there is none. */
  readonly takePlace: () => boolean;
  /** Begins to report alarms to the session; gives what ends it. */
  readonly reportAlarms: (selection: AlarmSelection, session: TcpSession) => Promise<() => void>;
}

/** Rows of one report: what LST with the largest CNT shows is one report, more comes in several. */
const ROWS_PER_REPORT = 1_000;

/** Somebody's session over TCP: nobody at first, then a user, until the end. */
export class TcpSession implements MmlSession, Terminal, Actor {
  readonly from: string;
  readonly via = 'mml';
  readonly clock: MmlSession['clock'];
  readonly nextNumber: () => number;
  readonly logError: (error: unknown) => void;
  readonly rowsPerReport = ROWS_PER_REPORT;
  readonly mostRows = Number.POSITIVE_INFINITY;
  readonly terminal = this;
  user = '';
  scope: Scope = NOTHING;
  role: MmlRole | undefined;
  language: MmlLanguage = 'en';
  wrongPasswords = 0;
  /** The user has logged out. */
  ended = false;
  readonly #parts: TcpSessionParts;
  #token: string | undefined;
  #stopReports: (() => void) | undefined;

  constructor(parts: TcpSessionParts) {
    this.#parts = parts;
    this.from = parts.from;
    this.clock = { now: parts.now };
    this.nextNumber = parts.nextNumber;
    this.logError = parts.logError;
  }

  get limited(): boolean {
    return this.scope !== null;
  }

  /** Whether a token is the one of this session. */
  has(token: string): boolean {
    return this.#token === token;
  }

  /** Looks whether the user may still do what they could: a session can run out or be taken back. */
  async look(): Promise<void> {
    if (this.#token === undefined) return;
    const session = await this.#parts.sessions.find(this.#token);
    this.role = session?.role;
    this.scope = session === undefined ? NOTHING : session.scope;
    if (session !== undefined) return;
    this.#token = undefined;
    await this.reportNoAlarms();
  }

  async logIn(user: string, password: string): Promise<Outcome> {
    if (this.role !== undefined) return alreadyIn(this.user);
    const opened = await this.#parts.sessions.open(user, password, this);
    if (opened === 'busy') return busy;
    if (opened !== undefined && 'lockedForSeconds' in opened) return lockedFor(opened);
    if (opened === undefined) {
      this.wrongPasswords += 1;
      return wrong;
    }
    if (this.#parts.sessions.mustChange(opened)) {
      await this.#parts.sessions.close(opened.token, this);
      return passwordFirst;
    }
    if (!this.#parts.takePlace()) {
      await this.#parts.sessions.close(opened.token, this);
      return full;
    }
    this.#token = opened.token;
    this.user = opened.user;
    this.role = opened.role;
    this.scope = opened.scope;
    return done;
  }

  logOut(): Promise<Outcome> {
    this.ended = true;
    return Promise.resolve(done);
  }

  /** Whether alarms are reported to it. */
  get isTold(): boolean {
    return this.#stopReports !== undefined;
  }

  async reportAlarms(selection: AlarmSelection): Promise<Outcome> {
    const stop = await this.#parts.reportAlarms(selection, this);
    this.#stopReports?.();
    this.#stopReports = stop;
    return done;
  }

  reportNoAlarms(): Promise<Outcome> {
    this.#stopReports?.();
    this.#stopReports = undefined;
    return Promise.resolve(done);
  }

  /** Forgets the session, however it came to its end. */
  async leave(): Promise<void> {
    await this.reportNoAlarms();
    const token = this.#token;
    this.#token = undefined;
    this.role = undefined;
    this.scope = NOTHING;
    if (token !== undefined) await this.#parts.sessions.close(token, this);
  }
}

/** What nobody sees. */
const NOTHING: Scope = { nes: [], subnets: [] };

const wrong = failure('notAllowed', { en: 'wrong user or password', zh: '用户名或口令错误' });
const busy = failure('notAllowed', {
  en: 'too many sign in at once; try again',
  zh: '同时登录的用户过多，请重试',
});
const passwordFirst = failure('notAllowed', {
  en: 'the password must be changed first: in the console, or with POST /api/v1/session/password',
  zh: '必须先修改口令: 在控制台中，或用POST /api/v1/session/password',
});
const full = failure('notAllowed', { en: 'there are too many sessions', zh: '会话数已达上限' });

function lockedFor({ lockedForSeconds }: LockedOut): Outcome {
  return failure('notAllowed', {
    en: `too many wrong passwords; try again in ${lockedForSeconds} s`,
    zh: `口令错误次数过多，请在 ${lockedForSeconds} 秒后重试`,
  });
}

function alreadyIn(user: string): Outcome {
  return failure('conflict', {
    en: `${user} is logged in already; LGO:; ends the session`,
    zh: `${user} 已登录；用 LGO:; 结束会话`,
  });
}
