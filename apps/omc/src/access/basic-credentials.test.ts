import { describe, expect, it } from 'vitest';
import { BasicCredentials, basicOf } from './basic-credentials.js';
import { Lockout } from './lockout.js';
import { PasswordChecks } from './password-checks.js';
import { PasswordDesk } from './password-desk.js';
import { userOf } from './testing/user-of.js';

const origin = { from: '10.0.0.1', via: 'ves' } as const;

/** One user, whose password is `right`, and a check that stays open until it is told to end. */
function credentials() {
  const ends: (() => void)[] = [];
  let running = 0;
  let most = 0;
  const checks = new PasswordChecks(async (_, password) => {
    most = Math.max(most, ++running);
    await new Promise<void>((resolve) => ends.push(resolve));
    running--;
    return password === 'right';
  });
  let now = 0;
  const people = {
    findUser: (name: string) => Promise.resolve(name.startsWith('a') ? userOf(name) : null),
  };
  const audit = { add: () => Promise.resolve() };
  const passwords = new PasswordDesk({ people, checks, audit, lockout: new Lockout(() => now) });
  const known = new BasicCredentials(passwords, () => now);
  const turns = () => new Promise((resolve) => setImmediate(resolve));
  const endAll = async () => {
    await turns();
    for (let end = ends.shift(); end !== undefined; end = ends.shift()) {
      end();
      await turns();
    }
  };
  return { known, checks, endAll, pass: (ms: number) => (now += ms), most: () => most };
}

async function ask({ known, endAll }: ReturnType<typeof credentials>, user: string, password: string) {
  let isAnswered = false;
  const answer = known.find(user, password, origin).finally(() => {
    isAnswered = true;
  });
  while (!isAnswered) await endAll();
  return await answer;
}

describe('credentials with each request', () => {
  it('cost one check for a flood of the same, and none while they are remembered', async () => {
    const desk = credentials();
    const flood = Array.from({ length: 500 }, () => desk.known.find('a', 'right', origin));
    await desk.endAll();
    for (const session of await Promise.all(flood))
      expect(session).toMatchObject({ user: 'a', role: 'operator' });
    expect(await ask(desk, 'a', 'right')).toMatchObject({ user: 'a' });
    expect(desk.checks.count).toBe(1);
    desk.pass(60_000);
    await ask(desk, 'a', 'right');
    expect(desk.checks.count).toBe(2);
  });

  it('are refused where the password or the user is wrong, however often', async () => {
    const desk = credentials();
    for (let i = 0; i < 3; i++) expect(await ask(desk, 'a', 'wrong')).toBeUndefined();
    expect(await ask(desk, 'nobody', 'right')).toBeUndefined();
    expect(desk.checks.count).toBe(2);
  });

  it('are checked again once the user is forgotten', async () => {
    const desk = credentials();
    await ask(desk, 'a', 'right');
    desk.known.forget('a');
    await ask(desk, 'a', 'right');
    expect(desk.checks.count).toBe(2);
  });

  it('are checked again where the user was changed while they were checked', async () => {
    const desk = credentials();
    const before = desk.known.find('a', 'right', origin);
    desk.known.forget('a');
    const after = desk.known.find('a', 'right', origin);
    await desk.endAll();
    await Promise.all([before, after]);
    expect(desk.checks.count).toBe(2);
    await ask(desk, 'a', 'right');
    expect(desk.checks.count).toBe(2);
    const again = desk.known.find('ab', 'right', origin);
    desk.known.forget('ab');
    await desk.endAll();
    await again;
    await ask(desk, 'ab', 'right');
    expect(desk.checks.count).toBe(4);
  });

  it('are checked two at a time, and not at all where too many wait', async () => {
    const desk = credentials();
    const flood = Array.from({ length: 200 }, (_, i) =>
      desk.known.find(`a-${i}`, 'a guess', { from: `10.0.0.${i}`, via: 'ves' }),
    );
    await desk.endAll();
    const answers = await Promise.all(flood);
    expect(desk.most()).toBe(2);
    expect(answers.filter((answer) => answer === 'busy')).toHaveLength(98);
  });

  it('are read from the header', () => {
    const header = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
    expect(basicOf(header('a:b:c'))).toEqual({ user: 'a', password: 'b:c' });
    expect(basicOf(header('nothing'))).toBeUndefined();
    expect(basicOf('Bearer abc')).toBeUndefined();
  });
});
