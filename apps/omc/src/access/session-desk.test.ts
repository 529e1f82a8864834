import type { StoredSession } from '@omc/store';
import { beforeEach, describe, expect, it } from 'vitest';
import { auditEntry } from '../audit/audit-office.js';
import { SessionDesk } from './session-desk.js';
import type { SignedSession } from './signed-session.js';
import { userOf } from './testing/user-of.js';

const sessionOf = (session: string, userName: string, begunAt: number): StoredSession => ({
  ...{ session, userName, inBrowser: true, begunAt: new Date(begunAt), expiresAt: new Date(9_000) },
  ...{ lastUsedAt: new Date(begunAt), openedFrom: '10.0.0.7', openedVia: 'rest', program: 'curl/8' },
});

const li: SignedSession = {
  ...{ user: 'li', role: 'engineer', scope: null, expiresAt: 9_000, id: 'li-2' },
  ...{ from: '10.0.0.1', via: 'rest' },
};
const admin: SignedSession = { ...li, user: 'admin', role: 'admin', id: 'admin-1' };

describe('open sessions', () => {
  const idle = new Set<string>();
  let rows: StoredSession[];
  let ended: { session: string; what: string }[];
  let desk: SessionDesk;

  beforeEach(() => {
    idle.clear();
    ended = [];
    rows = [3, 2, 1].map((n) => sessionOf(`li-${n}`, 'li', n)).concat(sessionOf('admin-1', 'admin', 4));
    desk = new SessionDesk({
      rows: {
        list: (user, _, after, limit) =>
          Promise.resolve(
            rows
              .filter(({ userName }) => userName === user)
              .filter(({ begunAt }) => after === undefined || begunAt < after.begunAt)
              .slice(0, limit),
          ),
        findSession: (id) => Promise.resolve(rows.find(({ session }) => session === id)),
      },
      sessions: {
        end: (ends) => {
          for (const { session, entry } of ends)
            ended.push({ session, what: `${entry.user} ${entry.action} ${entry.target}` });
          return Promise.resolve(new Set(ends.map(({ session }) => session)));
        },
        lastUseOf: ({ session, begunAt }) => (idle.has(session) ? undefined : begunAt.getTime() + 5),
      },
      people: { findUser: (name) => Promise.resolve(['li', 'admin'].includes(name) ? userOf(name) : null) },
      audit: { entryOf: (...entry) => auditEntry(0, ...entry) },
      now: () => 1_000,
    });
  });

  const idsOf = async (...asked: Parameters<SessionDesk['list']>) => {
    const page = await desk.list(...asked);
    if ('refused' in page) throw new Error(page.reason);
    return [page.open.map(({ session }) => session), page.next?.session];
  };

  it('are those of whoever asks, by pages, without those that were idle too long', async () => {
    expect(await idsOf(undefined, li, undefined, 9)).toEqual([['li-3', 'li-2', 'li-1'], undefined]);
    expect(await idsOf('li', li, undefined, 2)).toEqual([['li-3', 'li-2'], 'li-2']);
    expect(await idsOf(undefined, li, { begunAt: new Date(2), session: 'li-2' }, 2)).toEqual([
      ['li-1'],
      undefined,
    ]);
    idle.add('li-3');
    expect(await idsOf(undefined, li, undefined, 2)).toEqual([['li-2'], 'li-2']);
  });

  it('of others are shown to an admin of all NEs alone', async () => {
    expect(await idsOf('li', admin, undefined, 1)).toEqual([['li-3'], 'li-3']);
    const limited = { ...admin, scope: { nes: ['eNB-1'], subnets: [] } };
    for (const by of [limited, { ...li, user: 'wang' }]) {
      expect(await desk.list('li', by, undefined, 1)).toMatchObject({
        refused: 'not-allowed',
        field: 'user',
      });
      expect(await desk.end('li-1', by)).toMatchObject({ refused: 'not-found' });
      expect(await desk.endOthers('li', by)).toMatchObject({ refused: 'not-allowed' });
    }
    expect(await desk.list('nobody', admin, undefined, 1)).toMatchObject({
      refused: 'not-found',
      field: 'user',
    });
    expect(ended).toEqual([]);
  });

  it('are ended by their owner and by an admin, which the audit log says', async () => {
    expect(await desk.end('li-1', li)).toBeUndefined();
    expect(await desk.end('li-2', admin)).toBeUndefined();
    expect(await desk.end('li-9', li)).toMatchObject({ refused: 'not-found' });
    expect(await desk.end('admin-1', li)).toMatchObject({ refused: 'not-found' });
    expect(ended).toEqual([
      { session: 'li-1', what: 'li end-session user li' },
      { session: 'li-2', what: 'admin end-session user li' },
    ]);
  });

  it('are ended all but the one by which it is asked for', async () => {
    expect(await desk.endOthers(undefined, li)).toBeUndefined();
    expect(ended.map(({ session }) => session)).toEqual(['li-3', 'li-1']);
    ended = [];
    expect(await desk.endOthers('li', admin)).toBeUndefined();
    expect(ended.map(({ session }) => session)).toEqual(['li-3', 'li-2', 'li-1']);
  });

  it('are ended however many there are', async () => {
    rows = Array.from({ length: 2_500 }, (_, i) => sessionOf(`li-${i}`, 'li', 2_500 - i));
    await desk.endOthers(undefined, li);
    expect(new Set(ended.map(({ session }) => session)).size).toBe(2_499);
    expect(ended.map(({ session }) => session)).not.toContain('li-2');
  });

  it('are not ended by an API token of their owner', async () => {
    const { id: _, ...token } = { ...li, role: 'viewer' as const, apiToken: 't' };
    expect(await idsOf(undefined, token, undefined, 1)).toEqual([['li-3'], 'li-3']);
    expect(await desk.end('li-1', token)).toMatchObject({ refused: 'conflict' });
    expect(await desk.endOthers(undefined, token)).toMatchObject({ refused: 'conflict' });
    expect(await desk.endOthers('li', { ...admin, apiToken: 't' })).toBeUndefined();
    expect(ended).toHaveLength(3);
  });
});
