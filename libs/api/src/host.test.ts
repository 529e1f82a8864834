import { describe, expect, it } from 'vitest';
import { host } from './host.js';

describe('the host of an NE', () => {
  it.each([
    '10.0.0.7',
    '::1',
    '2001:db8::7',
    'localhost',
    'enb-7.example.net',
    'ENB7',
    'enb_7.site.',
    '7-eleven.example',
    'omc1',
  ])('may be %s', (text) => {
    expect(host.safeParse(text).success).toBe(true);
  });

  it.each([
    '',
    'a b',
    '10.0.0',
    '10.0.0.256',
    '1',
    'http://enb-7',
    'enb-7:9001',
    '[::1]',
    '-x',
    'x-',
    'a..b',
    '.a',
    '基站',
  ])('is not %j', (text) => {
    expect(host.safeParse(text).success).toBe(false);
  });

  it('is checked quickly, whatever is sent', () => {
    expect(host.safeParse(`${'a-'.repeat(126)}!`).success).toBe(false);
  });
});
