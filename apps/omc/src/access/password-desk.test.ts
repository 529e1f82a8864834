import { describe, expect, it } from 'vitest';
import { Lockout } from './lockout.js';
import { PasswordChecks } from './password-checks.js';
import { PasswordDesk } from './password-desk.js';
import { userOf } from './testing/user-of.js';

const MANY = 200;
const origin = { from: '10.0.0.1', via: 'mml' } as const;

function desk() {
  const checks = new PasswordChecks(async (_, password) => {
    await new Promise((resolve) => setImmediate(resolve));
    return password === 'right';
  });
  const people = { findUser: (name: string) => Promise.resolve(userOf(name)) };
  const audit = { add: () => Promise.resolve() };
  return { checks, passwords: new PasswordDesk({ people, checks, audit, lockout: new Lockout(() => 0) }) };
}

const many = (passwords: PasswordDesk, password: (i: number) => string) =>
  Promise.all(Array.from({ length: MANY }, (_, i) => passwords.check('li', password(i), origin)));

describe('sign-ins of one user from one address at once', () => {
  it('are all let in with the right password', async () => {
    const { passwords } = desk();
    expect(await many(passwords, () => 'right')).toEqual(Array.from({ length: MANY }, () => userOf('li')));
  });

  it('cost no more checks than one after the other with wrong ones', async () => {
    const { checks, passwords } = desk();
    const found = await many(passwords, (i) => `wrong ${i}`);
    expect(checks.count).toBe(5);
    expect(found.filter((each) => each === undefined)).toHaveLength(5);
    expect(found.filter((each) => typeof each === 'object' && 'lockedForSeconds' in each)).toHaveLength(
      MANY - 5,
    );
  });
});
