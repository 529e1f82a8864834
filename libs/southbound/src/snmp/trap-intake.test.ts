import type { Submission } from '@omc/alarm';
import { encodeOmcAlarm, OMC_ALARM, TrapMapper } from '@omc/wire';
import { describe, expect, it } from 'vitest';
import { NeDirectory } from './ne-directory.js';
import type { TrapRejection } from './trap-dependencies.js';
import { MAX_UNCOMMITTED_REPORTS, TrapIntake } from './trap-intake.js';

const varbinds = encodeOmcAlarm({ ne: 'eNB-1', object: '', alarmId: 1, state: 'fault' });
const from = { address: '127.0.0.1', family: 'IPv4', port: 9, size: 1 } as const;
const sender = { address: '127.0.0.1', community: 'public' };

function intake() {
  const submissions: Submission[] = [];
  const rejections: TrapRejection[] = [];
  const mapper = TrapMapper.compile({ names: {}, rules: [] });
  if ('faults' in mapper) throw new Error('no map');
  const nes = new NeDirectory(['public']);
  nes.put({ id: 'eNB-1', kind: 'snmp', host: '10.0.0.1', port: 161 });
  const taker = new TrapIntake(
    {
      host: '127.0.0.1',
      port: 0,
      clock: { now: () => 0 },
      nes,
      meaningOf: (notification) => mapper.map(notification),
      isReportable: () => true,
      resync: () => undefined,
      log: { warn: () => undefined },
    },
    {
      submit: (submission) => submissions.push(submission),
      reject: (rejection) => rejections.push(rejection),
    },
  );
  const take = () => taker.take({ notification: { oid: OMC_ALARM, varbinds }, sender, from });
  return { take, submissions, rejections };
}

describe('the intake of notifications', () => {
  it('drops and counts what comes while too much is uncommitted', () => {
    const { take, submissions, rejections } = intake();
    for (let index = 0; index <= MAX_UNCOMMITTED_REPORTS; index++) take();
    expect(submissions).toHaveLength(MAX_UNCOMMITTED_REPORTS);
    expect(rejections).toMatchObject([{ reason: 'overload' }]);
    submissions[0]?.settle({});
    take();
    expect(rejections).toHaveLength(1);
  });
});
