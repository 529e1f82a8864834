import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { People } from './people.js';
import { T0 } from './testing/batches.js';
import { TestDatabase } from './testing/test-database.js';

const li = { name: "li 'x'; --", role: 'operator', passwordHash: '$argon2id$v=19$m=1$a\\b' } as const;

describe('people', () => {
  let database: TestDatabase;
  let people: People;
  beforeEach(async () => {
    database = await TestDatabase.make();
    ({ people } = await database.open());
  });
  afterEach(() => database.close());

  it('are nobody at first, then those that were added, once', async () => {
    expect(await people.hasUsers()).toBe(false);
    await people.addUser(li);
    expect(await people.hasUsers()).toBe(true);
    expect(await people.findUser(li.name)).toEqual(li);
    expect(await people.findUser('LI')).toBeNull();
    await expect(people.addUser(li)).rejects.toThrow();
  });

  it('have sessions until these end, are closed or swept', async () => {
    await people.addUser(li);
    for (const [token, ends] of [
      ['one', T0],
      ['two', T0 + 1000],
      ['three', T0 + 1000],
    ] as const)
      await people.openSession(token, li.name, ends);
    expect(await people.findSession('one', T0 - 1)).toEqual({
      user: li.name,
      role: 'operator',
      scope: null,
      expiresAt: T0,
    });
    expect(await people.findSession('one', T0)).toBeUndefined();
    expect(await people.findSession('nobody', T0)).toBeUndefined();
    await people.closeSession('two');
    expect(await people.findSession('two', T0)).toBeUndefined();
    await people.sweepSessions(T0 + 1);
    expect(await database.rows('select token_hash from app_session')).toEqual([{ token_hash: 'three' }]);
  });

  it('who are nobody have no session', async () => {
    await expect(people.openSession('one', 'nobody', T0)).rejects.toThrow();
  });
});
