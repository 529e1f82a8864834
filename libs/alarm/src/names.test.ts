import { describe, expect, it } from 'vitest';
import { isNeId, isObjectName } from './names.js';

describe('an NE id', () => {
  it.each(['eNB-100001', 'a', 'network', 'A.b_c-9', 'x'.repeat(64)])('may be %s', (id) => {
    expect(isNeId(id)).toBe(true);
  });

  it.each(['', 'x'.repeat(65), 'a b', 'a/b', 'a\n', '基站', 'a,b', 'a='])('may not be %j', (id) => {
    expect(isNeId(id)).toBe(false);
  });
});

describe('an object name', () => {
  it.each([
    '',
    'Cell=3',
    'Board=0-0-3,IrPort=1',
    'Rru=0-60-0,TxChannel=1',
    'Site=站点 7',
    `Cell=${'x'.repeat(250)}`,
    `Cell=${'小'.repeat(83)}x`,
    `Cell=${'😀'.repeat(62)}xx`,
  ])('may be %j', (name) => {
    expect(isObjectName(name)).toBe(true);
  });

  it.each([
    'Cell',
    'Cell=',
    '=3',
    'Cell=3,',
    ',Cell=3',
    'Cell=3,,Board=1',
    'Cell=3=4',
    '3Cell=3',
    'Ce ll=3',
    'Cell=3\n',
    'Cell=\u0000',
    'Cell=\ud800',
    `Cell=${'x'.repeat(251)}`,
    `Cell=${'小'.repeat(83)}xx`,
    `Cell=${'é'.repeat(126)}`,
    `Cell=${'😀'.repeat(63)}`,
  ])('may not be %j', (name) => {
    expect(isObjectName(name)).toBe(false);
  });
});
