import type { Command, Submission } from '@omc/alarm';
import { describe, expect, it } from 'vitest';
import { MAX_HELD_BYTES, MAX_UNCOMMITTED_EVENTS, Outbox } from './outbox.js';

function commandAt(at: number): Command {
  return { kind: 'deadline', at };
}

function outbox(holdBack: boolean) {
  const submissions: Submission[] = [];
  const told: string[] = [];
  const box = new Outbox(
    {
      submit: (submission) => submissions.push(submission),
      acked: (seq) => told.push(`acked ${seq}`),
      crowded: (crowded) => told.push(crowded ? 'crowded' : 'roomy'),
      failed: (reason) => told.push(reason),
      lost: (reason, events) => told.push(`${events} ${reason}`),
    },
    10,
    holdBack,
  );
  const posted = () => submissions.map(({ command }) => (command.kind === 'deadline' ? command.at : -1));
  return { box, submissions, told, posted };
}

describe('the outbox of a link', () => {
  it('tells of events that it still held when it was closed, since nobody else will', () => {
    const { box, told } = outbox(true);
    const event = { seq: 1, object: '', alarmId: 1, state: 'ok', at: 0 } as const;
    box.post({ kind: 'link-events', ne: 'a', epoch: 'b', events: [event, event], arrivedAt: 0 }, 2, 100);
    box.close();
    box.post({ kind: 'link-events', ne: 'a', epoch: 'b', events: [event], arrivedAt: 0 }, 1, 50);
    expect(told).toEqual(['2 link-closed', '1 link-closed']);
  });

  it('holds back until it is released, and then keeps the order', () => {
    const { box, posted } = outbox(true);
    box.post(commandAt(1), 1, 100);
    box.post(commandAt(2));
    expect(posted()).toEqual([]);
    box.release(commandAt(0));
    box.post(commandAt(3));
    expect(posted()).toEqual([0, 1, 2, 3]);
  });

  it('submits what it cannot hold any more, in order', () => {
    const { box, posted } = outbox(true);
    box.post(commandAt(1), 1, MAX_HELD_BYTES);
    expect(posted()).toEqual([]);
    box.post(commandAt(2), 1, 1);
    box.post(commandAt(3));
    expect(posted()).toEqual([1, 2, 3]);
  });

  it('is crowded once when too much is uncommitted, after it was submitted, and roomy below half', () => {
    const { box, submissions, told } = outbox(false);
    box.post(commandAt(1), MAX_UNCOMMITTED_EVENTS, 0);
    expect(told).toEqual([]);
    box.post(commandAt(2), 1, 0);
    box.post(commandAt(3), 1, 0);
    expect(told).toEqual(['crowded']);
    submissions[1]?.settle({});
    submissions[2]?.settle({});
    expect(told).toEqual(['crowded']);
    submissions[0]?.settle({});
    expect(told).toEqual(['crowded', 'roomy']);
  });

  it('acks once for all that settles together, and only what grew', async () => {
    const { box, submissions, told } = outbox(false);
    for (let index = 0; index < 3; index++) box.post(commandAt(index));
    submissions[0]?.settle({ ackedSeq: 10 });
    submissions[1]?.settle({ ackedSeq: 11 });
    submissions[2]?.settle({ ackedSeq: 12 });
    await Promise.resolve();
    expect(told).toEqual(['acked 12']);
  });

  it('tells why a command came to nothing', () => {
    const { box, submissions, told } = outbox(false);
    box.post(commandAt(1));
    box.post(commandAt(2));
    submissions[0]?.settle({ refused: 'not-found', reason: 'no such NE' });
    submissions[1]?.fail(new Error('disk full'));
    expect(told).toEqual(['not taken: no such NE', 'could not be stored']);
  });

  it('does and tells nothing any more once it is closed', async () => {
    const { box, submissions, told, posted } = outbox(false);
    box.post(commandAt(1));
    submissions[0]?.settle({ ackedSeq: 11 });
    box.close();
    box.post(commandAt(2));
    await Promise.resolve();
    expect(posted()).toEqual([1]);
    expect(told).toEqual([]);
  });
});
