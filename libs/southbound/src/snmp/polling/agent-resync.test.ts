import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LinkCommand } from '@omc/alarm';
import { VirtualTimeScheduler } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { AgentResync } from './agent-resync.js';
import { NO_ANSWER } from './snmp-asker.js';
import type { SnmpAnswer } from './snmp-target.js';

const target = { address: '127.0.0.1', port: 161, access: { community: 'c' } };
/** noSuchObject: the agent has no table. */
const noTable: SnmpAnswer = { ok: true, varbinds: [{ oid: '1.3', type: 0x80, value: null }] };
const silence: SnmpAnswer = { ok: false, reason: NO_ANSWER };

/** An agent without a table whose answers the test gives, one by one. */
function agent() {
  const asked: ((answer: SnmpAnswer) => void)[] = [];
  const told: LinkCommand[] = [];
  const unanswered: boolean[] = [];
  const ask = () => new Promise<SnmpAnswer>((resolve) => void asked.push(resolve));
  const resync = new AgentResync(
    { id: 'mast', kind: 'snmp', host: '127.0.0.1', port: 161, snmp: { onRestart: 'clear' } },
    {
      scheduler: new VirtualTimeScheduler(),
      asker: { get: ask, getBulk: ask },
      tell: (command) => void told.push(command),
      meaningOf: () => ({ kind: 'unmapped', reason: 'none' }),
      isReportable: () => true,
      unmapped: () => undefined,
      log: { info: () => undefined, warn: (facts) => expect.fail(JSON.stringify(facts)) },
    },
    (restarted) => void unanswered.push(restarted),
  );
  const answer = async (given: SnmpAnswer) => {
    asked.shift()?.(given);
    await nextTurn();
  };
  return { resync, asked, told, unanswered, answer };
}

describe('asking an agent for all its faults', () => {
  it('ends those of one that has restarted and has no table, where the NE is set so', async () => {
    const { resync, told, answer } = agent();
    resync.request(target, true);
    await answer(noTable);
    expect(told).toMatchObject([{ kind: 'agent-sync', ne: 'mast', faults: [] }]);
  });

  it('goes on one at a time, and forgets no restart that was told of meanwhile', async () => {
    const { resync, asked, told, answer } = agent();
    resync.request(target, false);
    resync.request(target, true);
    resync.request(target, false);
    expect(asked).toHaveLength(1);
    await answer(noTable);
    expect(told).toEqual([]);
    await answer(noTable);
    expect(told).toHaveLength(1);
    expect(asked).toEqual([]);
  });

  it('that falls silent is told of, with the restart that it was asked for', async () => {
    const { resync, told, unanswered, answer } = agent();
    resync.request(target, true);
    await answer(silence);
    resync.request(target, false);
    await answer({ ok: false, reason: 'the agent answers with error 16' });
    expect(unanswered).toEqual([true]);
    expect(told).toEqual([]);
  });

  it('leads to nothing where the NE is supervised no more', async () => {
    const { resync, asked, told, unanswered, answer } = agent();
    resync.request(target, true);
    resync.request(target, true);
    resync.end();
    await answer(noTable);
    expect([asked, told, unanswered]).toEqual([[], [], []]);
  });
});
