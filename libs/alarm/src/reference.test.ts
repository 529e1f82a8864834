import { describe, expect, it } from 'vitest';
import { parseReference } from './reference.js';

describe('what an NE requires', () => {
  it.each([
    ['Cell=1', 'eNB-1', 'Cell=1'],
    ['', 'eNB-1', ''],
    ['eNB-2//', 'eNB-2', ''],
    ['eNB-1//', 'eNB-1', ''],
    ['eNB-2//Board=0-0-3,IrPort=1', 'eNB-2', 'Board=0-0-3,IrPort=1'],
    ['network//Hub=3', 'network', 'Hub=3'],
    ['Path=a//b', 'eNB-1', 'Path=a//b'],
    ['eNB-2//Path=a//b', 'eNB-2', 'Path=a//b'],
  ])('%j of eNB-1 is of %s: %j', (text, ne, object) => {
    expect(parseReference(text, 'eNB-1')).toEqual({ ne, object });
  });

  it.each([
    'Cell',
    'Cell=',
    '//Cell=1',
    'e NB//Cell=1',
    'eNB-2/Cell=1',
    'network//',
    'x'.repeat(65).concat('//'),
  ])('%j is neither object nor NE//object', (text) => {
    expect(parseReference(text, 'eNB-1')).toBeUndefined();
  });

  it('an object of network may name its neighbours, not network itself', () => {
    expect(parseReference('Hub=3', 'network')).toEqual({ ne: 'network', object: 'Hub=3' });
    expect(parseReference('', 'network')).toBeUndefined();
  });
});
