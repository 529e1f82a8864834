import type { User } from '@omc/store';
import { pino } from 'pino';
import { NEVER } from 'rxjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { AuditOffice } from '../audit/audit-office.js';
import { type OpenedSession, Sessions, type SessionsParts } from './sessions.js';
import { userOf } from './testing/user-of.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const origin = { from: '10.0.0.1', via: 'rest' } as const;
type Row = Parameters<SessionsParts['rows']['open']>[0];

/** Sessions of one user, whose rows are in memory and whose clock is set by hand. */
class Desk {
  now = 0;
  user: User = userOf('li');
  readonly rows = new Map<string, Row>();
  readonly closed: string[] = [];
  /** What writing waits for. */
  held: Promise<void> | undefined;
  /** What happens between the storing of another token and the answer. */
  beforeAnswer: () => Promise<void> = () => Promise.resolve();
  sessions: Sessions;

  constructor(rest: Partial<SessionsParts> = {}) {
    this.sessions = this.start(rest);
  }

  /** Starts anew: nothing is remembered but what is stored. */
  start(rest: Partial<SessionsParts> = {}): Sessions {
    const { rows } = this;
    const put = (row: Row) => {
      rows.set(row.tokenHash, row);
      return Promise.resolve(true);
    };
    const remove = (which: (row: Row) => boolean) => {
      for (const row of rows.values()) if (which(row)) rows.delete(row.tokenHash);
      return Promise.resolve();
    };
    this.sessions = new Sessions({
      passwords: { check: (_, password) => Promise.resolve(password === 'right' ? this.user : undefined) },
      rows: {
        open: async (row, _, knownSince) => {
          await this.held;
          return knownSince === this.user.changedAt && (await put(row));
        },
        renew: async (row, before, goodUntil) => {
          await this.held;
          const old = rows.get(before);
          if (old === undefined) return false;
          rows.set(before, { ...old, expiresAt: goodUntil });
          await put(row);
          await this.beforeAnswer();
          return true;
        },
        find: (hash, now) => {
          const row = rows.get(hash);
          const isOpen = row !== undefined && row.expiresAt.getTime() > now;
          return Promise.resolve(isOpen ? { row, user: this.user } : undefined);
        },
        touch: (session, at, inBrowser) => {
          for (const row of rows.values())
            if (row.session === session)
              rows.set(row.tokenHash, { ...row, lastUsedAt: new Date(at), inBrowser });
          return Promise.resolve();
        },
        end: async (ends) => {
          const sessions = new Set(ends.map(({ session }) => session));
          await remove((row) => sessions.has(row.session));
          return sessions;
        },
        close: (session) => remove((row) => row.session === session),
        closeOf: (name) => remove((row) => row.userName === name),
      },
      audit: new AuditOffice({ add: () => Promise.resolve() }, () => this.now),
      apiTokens: { find: () => Promise.resolve(undefined), closed$: NEVER },
      ...{ now: () => this.now, idleMs: HOUR, insistsOnChange: false, log: pino({ level: 'silent' }) },
      ...rest,
    });
    this.sessions.closed$.subscribe((token) => this.closed.push(token));
    return this.sessions;
  }

  async signIn(): Promise<OpenedSession> {
    const opened = await this.sessions.open('li', 'right', origin);
    if (opened === undefined || typeof opened === 'string' || !('token' in opened))
      throw new Error('not signed in');
    return opened;
  }

  async isIn(token: string, byCookie = true): Promise<boolean> {
    return (await this.sessions.findAny(token, byCookie)) !== undefined;
  }
}

describe('sessions', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
  });

  it('of programs last until the end that was told, however seldom they are used', async () => {
    const { token, expiresAt } = await desk.signIn();
    expect(expiresAt).toBe(12 * HOUR);
    desk.now = 12 * HOUR - 1;
    expect(await desk.isIn(token, false)).toBe(true);
    desk.now += 1;
    expect(await desk.isIn(token, false)).toBe(false);
  });

  it('of browsers end when nothing was asked for an hour, also across a restart', async () => {
    const { token } = await desk.signIn();
    await desk.isIn(token);
    desk.now = 59 * MINUTE;
    expect(await desk.isIn(token)).toBe(true);
    desk.start();
    desk.now += 59 * MINUTE;
    expect(await desk.isIn(token)).toBe(true);
    desk.now += HOUR;
    expect(await desk.isIn(token)).toBe(false);
    expect(desk.closed).toEqual([token]);
    expect(desk.rows.size).toBe(0);
  });

  it('go on for as long as a live stream is open', async () => {
    const { token } = await desk.signIn();
    await desk.isIn(token);
    const release = desk.sessions.hold(token);
    desk.now = 3 * HOUR;
    expect(await desk.isIn(token)).toBe(true);
    desk.now += 3 * HOUR;
    release();
    desk.now += HOUR - 1;
    expect(await desk.isIn(token)).toBe(true);
    desk.now += HOUR;
    expect(await desk.isIn(token)).toBe(false);
  });

  it('of browsers get another token after a quarter of an hour; the one before is good for a minute', async () => {
    const { token, expiresAt } = await desk.signIn();
    expect(await desk.sessions.renewed(token)).toBeUndefined();
    desk.now = 15 * MINUTE;
    const [next, same] = await Promise.all([desk.sessions.renewed(token), desk.sessions.renewed(token)]);
    expect(next?.token).not.toBe(token);
    expect(same?.token).toBe(next?.token);
    expect(next?.expiresAt).toBe(expiresAt);
    desk.now += MINUTE - 1;
    expect([await desk.isIn(token), await desk.isIn(next?.token ?? '')]).toEqual([true, true]);
    desk.now += 1;
    expect([await desk.isIn(token), await desk.isIn(next?.token ?? '')]).toEqual([false, true]);
  });

  it('of browsers keep their token while no other can be stored', async () => {
    const { token } = await desk.signIn();
    desk.now = 15 * MINUTE;
    desk.held = Promise.reject(new Error('the database does not answer'));
    const asked = [desk.sessions.renewed(token), desk.sessions.renewed(token)];
    expect(await Promise.all(asked)).toEqual([undefined, undefined]);
    desk.held = undefined;
    desk.now += 2 * MINUTE;
    expect(await desk.isIn(token)).toBe(true);
    const next = await desk.sessions.renewed(token);
    desk.start();
    expect(await desk.isIn(next?.token ?? '')).toBe(true);
  });

  it('end with all their tokens at the sign-out', async () => {
    const { token } = await desk.signIn();
    desk.now = 15 * MINUTE;
    const next = (await desk.sessions.renewed(token))?.token ?? '';
    await desk.sessions.close(next, origin);
    expect([await desk.isIn(token), await desk.isIn(next)]).toEqual([false, false]);
    expect(desk.closed.sort()).toEqual([token, next].sort());
    expect(desk.rows.size).toBe(0);
  });

  it('of a user end at once, and no others', async () => {
    const { token } = await desk.signIn();
    desk.user = userOf('wang');
    const other = await desk.signIn();
    await desk.sessions.closeOf('li');
    expect([await desk.isIn(token), await desk.isIn(other.token)]).toEqual([false, true]);
    expect(desk.closed).toEqual([token]);
  });

  it('of whoever was disabled meanwhile are not found', async () => {
    const { token } = await desk.signIn();
    desk.start();
    desk.user = userOf('li', { disabled: true });
    expect(await desk.isIn(token)).toBe(false);
  });

  it('are good for nothing but the change of the password, where that has to be changed', async () => {
    desk.user = userOf('li', { passwordChange: 'required' });
    const { token } = await desk.signIn();
    expect(await desk.sessions.find(token)).toBeUndefined();
    expect(await desk.isIn(token)).toBe(true);
  });

  it('are good for everything where it is only asked to be changed, unless the OMC insists', async () => {
    desk.user = userOf('li', { passwordChange: 'asked' });
    const { token } = await desk.signIn();
    expect(await desk.sessions.find(token)).toMatchObject({ passwordChange: 'asked' });
    desk.start({ insistsOnChange: true });
    expect(await desk.sessions.find(token)).toBeUndefined();
  });

  it('know since when, from where and by what program they were opened, also after a restart and with another token', async () => {
    const opened = await desk.sessions.begin(desk.user, { ...origin, program: ' Mozilla/5.0\u0007 ' });
    desk.start();
    desk.now = 15 * MINUTE;
    await desk.isIn(opened?.token ?? '');
    await desk.sessions.renewed(opened?.token ?? '');
    for (const row of desk.rows.values())
      expect(row).toMatchObject({
        ...{ session: opened?.id, begunAt: new Date(0), openedFrom: '10.0.0.1', openedVia: 'rest' },
        program: 'Mozilla/5.0\\u0007',
      });
    expect(desk.rows.size).toBe(2);
  });

  it('are not opened where the user is changed while the password is checked', async () => {
    let change: () => void = () => undefined;
    desk.held = new Promise((resolve) => {
      change = resolve;
    });
    const opened = desk.sessions.open('li', 'right', origin);
    desk.user = userOf('li', { changedAt: new Date(1) });
    change();
    expect(await opened).toBeUndefined();
    expect(desk.rows.size).toBe(0);
  });

  it('that are ended while they are opened, or get another token, are over', async () => {
    let goOn: () => void = () => undefined;
    const hold = () => {
      desk.held = new Promise((resolve) => {
        goOn = resolve;
      });
    };
    hold();
    const opening = desk.signIn();
    await Promise.resolve();
    await desk.sessions.closeOf('li');
    goOn();
    const { token } = await opening;
    expect(await desk.isIn(token)).toBe(true);
    desk.rows.clear();
    desk.start();
    expect(await desk.isIn(token)).toBe(false);

    const other = await desk.signIn();
    desk.now = 15 * MINUTE;
    await desk.isIn(other.token);
    hold();
    const renewed = desk.sessions.renewed(other.token);
    await desk.sessions.close(other.token);
    goOn();
    expect(await renewed).toBeUndefined();
    expect(await desk.isIn(other.token)).toBe(false);

    const third = await desk.signIn();
    desk.now += 15 * MINUTE;
    desk.beforeAnswer = () => desk.sessions.close(third.token);
    const next = await desk.sessions.renewed(third.token);
    expect(await desk.isIn(next?.token ?? '')).toBe(false);
  });

  it('of programs are known when they were used last, also after a restart', async () => {
    const { token } = await desk.signIn();
    desk.now = 2 * HOUR;
    await desk.isIn(token, false);
    expect([...desk.rows.values()].map(({ lastUsedAt }) => lastUsedAt)).toEqual([new Date(2 * HOUR)]);
  });
});
