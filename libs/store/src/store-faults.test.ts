import { DatabaseError } from 'pg';
import { describe, expect, it } from 'vitest';
import { isPassing, unreachable } from './store-faults.js';

function refusal(code: string): DatabaseError {
  const error = new DatabaseError('no', 2, 'error');
  error.code = code;
  return error;
}

const socketError = (code: string) => Object.assign(new Error(code), { code });

describe('another try', () => {
  it.each([
    '08006',
    '25006',
    '40001',
    '40P01',
    '53100',
    '53300',
    '55P03',
    '57P01',
    '57P03',
    '58030',
    'XX000',
  ])('may do after SQLSTATE %s', (code) => {
    expect(isPassing(refusal(code))).toBe(true);
  });

  it.each(['22P02', '22021', '23502', '23505', '23514', '42P01', '42501', '0A000'])(
    'will not do after SQLSTATE %s',
    (code) => {
      expect(isPassing(refusal(code))).toBe(false);
    },
  );

  it.each(['EPIPE', 'ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT', 'ENOTFOUND'])(
    'may do after %s of the socket',
    (code) => {
      expect(isPassing(socketError(code))).toBe(true);
    },
  );

  it('may do after a connection that just ended, not after a mistake of our own', () => {
    expect(isPassing(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect([isPassing(new RangeError('Invalid time value')), isPassing(new TypeError('x'))]).toEqual([
      false,
      false,
    ]);
  });
});

describe('what is told of a database that cannot be used', () => {
  it('says each reason of several, where a host has several addresses, by the first', () => {
    const error = new AggregateError([socketError('ECONNREFUSED'), socketError('EHOSTUNREACH')]);
    expect(unreachable('postgres://u:secret@h/d', error).message).toBe(
      'cannot use PostgreSQL at h:5432, database "d", user "u": ECONNREFUSED',
    );
  });

  it('says something where the error says nothing', () => {
    expect(unreachable('postgres://h/d', Object.assign(new Error(''), { code: 'EPIPE' })).message).toMatch(
      /: EPIPE$/,
    );
    expect(unreachable('postgres://h/d', new Error('')).message).toMatch(/: Error$/);
    expect(unreachable('postgres://h/d', 'gone').message).toMatch(/: gone$/);
  });
});
