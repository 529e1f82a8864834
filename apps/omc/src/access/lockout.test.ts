import { beforeEach, describe, expect, it } from 'vitest';
import { Lockout } from './lockout.js';

describe('wrong passwords', () => {
  let now: number;
  let lockout: Lockout;
  beforeEach(() => {
    now = 0;
    lockout = new Lockout(() => now);
  });

  const tries = (count: number, user = 'admin', address = '10.0.0.1') =>
    Array.from({ length: count }, () => lockout.take(user, address));

  it('cost five tries, then a wait that doubles with each more', () => {
    expect(tries(6)).toEqual([0, 0, 0, 0, 0, 1]);
    now += 1_000;
    expect(tries(2)).toEqual([0, 2]);
    now += 2_000;
    expect(tries(2)).toEqual([0, 4]);
  });

  it('make nobody wait longer than a quarter of an hour', () => {
    for (let i = 0; i < 40; i++) {
      lockout.take('admin', '10.0.0.1');
      now += 900_000;
    }
    lockout.take('admin', '10.0.0.1');
    expect(lockout.take('admin', '10.0.0.1')).toBe(900);
  });

  it('hold up neither the user from elsewhere nor, at first, others from there', () => {
    tries(9);
    expect(lockout.take('admin', '10.0.0.2')).toBe(0);
    expect(lockout.take('li', '10.0.0.1')).toBe(0);
  });

  it('with many users hold up their address, for half a minute at the most', () => {
    for (let i = 0; i < 30; i++) expect(lockout.take(`user-${i}`, '10.0.0.1')).toBe(0);
    expect(lockout.take('user-30', '10.0.0.1')).toBe(1);
    for (let i = 0; i < 20; i++) {
      now += 30_000;
      expect(lockout.take(`more-${i}`, '10.0.0.1')).toBe(0);
    }
    expect(lockout.take('last', '10.0.0.1')).toBe(30);
    expect(lockout.take('admin', '10.0.0.2')).toBe(0);
  });

  it('are forgotten with the right one, which gives no free tries of other users', () => {
    tries(4);
    lockout.succeeded('admin', '10.0.0.1');
    expect(tries(6)).toEqual([0, 0, 0, 0, 0, 1]);
    for (let i = 0; i < 100; i++) {
      if (lockout.take('own', '10.0.0.9') === 0) lockout.succeeded('own', '10.0.0.9');
      lockout.take(`user-${i}`, '10.0.0.9');
    }
    expect(lockout.take('user-100', '10.0.0.9')).toBeGreaterThan(0);
  });

  it('are forgotten after an hour', () => {
    tries(5);
    now += 3_600_000;
    expect(tries(5)).toEqual([0, 0, 0, 0, 0]);
  });

  it('count together for an IPv6 network, and for an IPv4 address in either form', () => {
    for (let i = 0; i < 5; i++) lockout.take('admin', `2001:db8:1:2::${i}`);
    expect(lockout.take('admin', '2001:db8:1:2:3:4:5:6')).toBe(1);
    expect(lockout.take('admin', '2001:db8:1:3::1')).toBe(0);
    tries(5);
    expect(lockout.take('admin', '::ffff:10.0.0.1')).toBe(1);
  });

  it('of many are not all remembered', () => {
    for (let i = 0; i < 20_000; i++) lockout.take('admin', `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`);
    tries(5);
    expect(lockout.take('admin', '10.0.0.1')).toBe(1);
  });
});
