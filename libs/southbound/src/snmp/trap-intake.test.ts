import type { Submission } from '@omc/alarm';
import { encodeOmcAlarm, OMC_ENTERPRISE } from '@omc/wire';
import { describe, expect, it } from 'vitest';
import type { TrapRejection } from './trap-dependencies.js';
import { MAX_UNCOMMITTED_REPORTS, TrapIntake } from './trap-intake.js';

const varbinds = encodeOmcAlarm({ ne: 'eNB-1', object: '', alarmId: 1, state: 'fault' });
const pdu = { type: 0, community: 'public', enterprise: OMC_ENTERPRISE, generic: 6, specific: 1, varbinds };

function intake() {
  const submissions: Submission[] = [];
  const rejections: TrapRejection[] = [];
  const taker = new TrapIntake(
    {
      host: '127.0.0.1',
      port: 0,
      communities: [],
      clock: { now: () => 0 },
      isRegistered: () => true,
      mayReport: () => true,
      log: { warn: () => undefined },
    },
    {
      submit: (submission) => submissions.push(submission),
      reject: (rejection) => rejections.push(rejection),
    },
  );
  const take = (address: string) => {
    const from = { address, family: 'IPv4', port: 9, size: 1 } as const;
    taker.take({ pdu, buffer: Buffer.alloc(0), from, reply: undefined });
  };
  return { take, submissions, rejections };
}

describe('the intake of notifications', () => {
  it('takes community public from loopback only', () => {
    const { take, submissions, rejections } = intake();
    take('127.0.0.1');
    take('::ffff:127.0.0.1');
    take('10.0.0.1');
    expect(submissions).toHaveLength(2);
    expect(rejections).toMatchObject([{ reason: 'auth', from: '10.0.0.1:9' }]);
  });

  it('drops and counts what comes while too much is uncommitted', () => {
    const { take, submissions, rejections } = intake();
    for (let index = 0; index <= MAX_UNCOMMITTED_REPORTS; index++) take('127.0.0.1');
    expect(submissions).toHaveLength(MAX_UNCOMMITTED_REPORTS);
    expect(rejections).toMatchObject([{ reason: 'overload' }]);
    submissions[0]?.settle({});
    take('127.0.0.1');
    expect(rejections).toHaveLength(1);
  });
});
