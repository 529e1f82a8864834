import { describe, expect, it } from 'vitest';
import { isLoopback, plainAddress } from './loopback.js';

describe('source addresses', () => {
  it.each(['127.0.0.1', '127.9.9.9', '::1'])('%s is loopback', (address) => {
    expect(isLoopback(address)).toBe(true);
  });

  it.each(['128.0.0.1', '10.127.0.1', '::2', 'fe80::1', '127.evil.example'])('%s is not', (address) => {
    expect(isLoopback(address)).toBe(false);
  });

  it('of IPv4 over an IPv6 socket are IPv4 addresses', () => {
    expect(plainAddress('::ffff:10.1.2.3')).toBe('10.1.2.3');
    expect(plainAddress('::1')).toBe('::1');
  });
});
