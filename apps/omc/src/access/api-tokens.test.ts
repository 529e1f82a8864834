import type { ApiToken, User } from '@omc/store';
import { beforeEach, describe, expect, it } from 'vitest';
import { ApiTokens } from './api-tokens.js';
import type { SignedSession } from './signed-session.js';
import { userOf } from './testing/user-of.js';

const DAY_MS = 86_400_000;
const T0 = Date.parse('2026-01-01T00:00:00Z');

const li: SignedSession = {
  user: 'li',
  role: 'engineer',
  scope: { nes: ['eNB-2'], subnets: ['Subnet=1'] },
  expiresAt: T0 + DAY_MS,
  from: '192.0.2.1',
  via: 'rest',
};

/** Tokens over rows in memory, whose look-ups can be held. */
class Desk {
  now = T0;
  lookUps = 0;
  readonly users = new Map<string, User>([['li', userOf('li', { role: 'engineer' })]]);
  readonly stored = new Map<string, ApiToken>();
  readonly closed: string[] = [];
  held: Promise<void> | undefined;
  readonly tokens = new ApiTokens({
    rows: {
      add: (token, hash) => {
        this.stored.set(hash, token);
        return Promise.resolve('stored' as const);
      },
      find: (id) => Promise.resolve([...this.stored.values()].find((token) => token.id === id)),
      list: () => Promise.resolve([...this.stored.values()]),
      remove: (id) => {
        const gone = [...this.stored].filter(([, token]) => token.id === id);
        for (const [hash] of gone) this.stored.delete(hash);
        return Promise.resolve(gone.length === 1);
      },
      use: async (hash, now) => {
        this.lookUps += 1;
        const token = this.stored.get(hash);
        await this.held;
        return token !== undefined && token.expiresAt > now ? token : undefined;
      },
    },
    people: { findUser: (name) => Promise.resolve(this.users.get(name) ?? null) },
    subnetOf: (ne) => (ne === 'eNB-1' ? 'Subnet=1' : undefined),
    now: () => this.now,
  });

  constructor() {
    this.tokens.closed$.subscribe((token) => this.closed.push(token));
  }

  /** A token of li's that may do what it names. */
  async make(post: Partial<Parameters<ApiTokens['add']>[0]> = {}) {
    const made = await this.tokens.add({ name: 'grafana', role: 'viewer', ...post }, li);
    if ('refused' in made) throw new Error(made.reason);
    return made;
  }
}

describe('API tokens', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
  });

  it('are good for their role until they end, after 90 days unless that is said', async () => {
    const { token, expiresAt } = await desk.make();
    expect(token).toMatch(/^omc_[\w-]{43}$/);
    expect(expiresAt).toBe(T0 + 90 * DAY_MS);
    expect(await desk.tokens.find(token)).toMatchObject({ user: 'li', role: 'viewer', expiresAt });
    desk.now = expiresAt - 1;
    expect(await desk.tokens.find(token)).toBeDefined();
    desk.now = expiresAt;
    expect(await desk.tokens.find(token)).toBeUndefined();
    expect(desk.closed).toEqual([token]);
  });

  it('are looked up again after five seconds, and not before', async () => {
    const { token } = await desk.make();
    await desk.tokens.find(token);
    desk.now += 4_999;
    await desk.tokens.find(token);
    expect(desk.lookUps).toBe(1);
    desk.now += 1;
    await desk.tokens.find(token);
    expect(desk.lookUps).toBe(2);
  });

  it('are worth nothing from their removal on, also where they were just being looked up', async () => {
    const { token, id } = await desk.make();
    let goOn!: () => void;
    desk.held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const underWay = desk.tokens.find(token);
    expect(await desk.tokens.remove(id, li)).toBeUndefined();
    goOn();
    await underWay;
    expect(await desk.tokens.find(token)).toBeUndefined();
  });

  it('tell of their removal whoever is connected by them, however long ago', async () => {
    const { token, id } = await desk.make();
    await desk.tokens.find(token);
    desk.now += DAY_MS;
    await desk.tokens.remove(id, li);
    expect(desk.closed).toEqual([token]);
  });

  it('never have a greater role than their owner has now', async () => {
    const { token } = await desk.make({ role: 'engineer' });
    desk.users.set('li', userOf('li', { role: 'operator' }));
    desk.tokens.forget('li');
    expect(await desk.tokens.find(token)).toMatchObject({ role: 'operator' });
    desk.users.delete('li');
    desk.tokens.forget('li');
    expect(await desk.tokens.find(token)).toBeUndefined();
    expect(desk.closed).toEqual([token]);
  });

  it('never see more than their owner does now, and nothing while nobody may be their owner', async () => {
    const { token } = await desk.make({ scope: { nes: ['eNB-1', 'eNB-2'], subnets: [] } });
    desk.users.set('li', userOf('li', { role: 'engineer', scope: { nes: [], subnets: ['Subnet=1'] } }));
    expect(await desk.tokens.find(token)).toMatchObject({ scope: { nes: ['eNB-1'], subnets: [] } });
    desk.users.set('li', userOf('li', { role: 'engineer', disabled: true }));
    desk.tokens.forget('li');
    expect(await desk.tokens.find(token)).toBeUndefined();
  });

  it('are removed by their owner or an admin, and are nobody else’s business', async () => {
    const { id } = await desk.make();
    const wang: SignedSession = { ...li, user: 'wang', role: 'engineer' };
    expect(await desk.tokens.remove(id, wang)).toMatchObject({ refused: 'not-found' });
    expect(await desk.tokens.remove(id, { ...wang, role: 'admin' })).toMatchObject({ refused: 'not-found' });
    expect(await desk.tokens.remove(id, { ...wang, role: 'admin', scope: null })).toBeUndefined();
    expect(await desk.tokens.remove(id, li)).toMatchObject({ refused: 'not-found' });
  });

  it.each([
    ['a greater role than one’s own', { role: 'admin' }, 'role', 'not-allowed'],
    ['NEs that one does not see', { scope: { nes: ['eNB-3'], subnets: [] } }, 'scope', 'not-allowed'],
    ['subnets that one does not see', { scope: { nes: [], subnets: ['Subnet=2'] } }, 'scope', 'not-allowed'],
    ['an end that is past', { expiresAt: '2026-01-01T00:00:00Z' }, 'expiresAt', 'invalid'],
    ['an end in more than a year', { expiresAt: '2027-01-02T00:00:00.001Z' }, 'expiresAt', 'invalid'],
  ] as const)('are not made for %s', async (_, post, field, refused) => {
    const made = await desk.tokens.add({ name: 'x', role: 'viewer', ...post } as never, li);
    expect(made).toMatchObject({ refused, field });
    expect(desk.stored.size).toBe(0);
  });

  it('are made for NEs of a subnet that one sees, and for the last day that there may be', async () => {
    const scope = { nes: ['eNB-1', 'eNB-2'], subnets: [] };
    const { token } = await desk.make({ scope, expiresAt: '2027-01-02T00:00:00Z' });
    expect(await desk.tokens.find(token)).toMatchObject({ scope });
  });

  it('do not make others', async () => {
    const byToken = { ...li, apiToken: 'some' };
    expect(await desk.tokens.add({ name: 'x', role: 'viewer' }, byToken)).toMatchObject({
      refused: 'not-allowed',
    });
  });
});
