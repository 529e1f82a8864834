import { trapRule } from '@omc/api';
import { TrapMapper } from '@omc/wire';
import { describe, expect, it } from 'vitest';
import { suggestedRule } from './suggested-rule.js';

const notification = '1.3.6.1.4.1.9999.0.7';
const inAll = [
  { oid: '1.3.6.1.2.1.1.3.0', value: '4711' },
  { oid: '1.3.6.1.6.3.1.1.4.1.0', value: notification },
];

/** What the suggestion makes of the notification that it was made from. */
function madeOf(varbinds: { oid: string; value: string }[]) {
  const rule = trapRule.parse({ ...suggestedRule({ notification, varbinds }), alarmId: 90010 });
  const mapper = TrapMapper.compile({ names: {}, rules: [rule] });
  if (!(mapper instanceof TrapMapper)) throw new Error(JSON.stringify(mapper.faults));
  return mapper.map({ oid: notification, varbinds: varbinds.map((each) => ({ ...each, type: 4 })) });
}

describe('a suggested rule', () => {
  it('takes the index for the object and the first words for the text', () => {
    const varbinds = [
      ...inAll,
      { oid: '1.3.6.1.4.1.9999.1.1.7', value: '3' },
      { oid: '1.3.6.1.4.1.9999.1.2.7', value: 'fan stands still' },
    ];
    expect(madeOf(varbinds)).toMatchObject({ object: 'Source=7', text: 'fan stands still', alarmId: 90010 });
  });

  it('is about the NE itself where nothing has an index', () => {
    expect(madeOf([...inAll, { oid: '1.3.6.1.4.1.9999.1.0', value: '3' }])).toMatchObject({ object: '' });
    expect(madeOf(inAll)).toMatchObject({ kind: 'report', object: '', state: 'fault' });
  });
});
