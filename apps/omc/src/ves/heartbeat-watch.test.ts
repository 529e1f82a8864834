import type { LinkCommand } from '@omc/alarm';
import { VirtualTimeScheduler } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { HeartbeatWatch } from './heartbeat-watch.js';

function watch(stored = new Map<string, number>()) {
  const scheduler = new VirtualTimeScheduler(undefined, Number.POSITIVE_INFINITY);
  const told: LinkCommand[] = [];
  const rows = new Map(stored);
  const disconnected = new Set<string>();
  const begun: string[] = [];
  const watching = new HeartbeatWatch({
    scheduler,
    intervalMs: 60_000,
    misses: 3,
    stored,
    store: {
      put: (ne, intervalMs) => Promise.resolve(void rows.set(ne, intervalMs)),
      remove: (ne) => Promise.resolve(void rows.delete(ne)),
    },
    isDisconnected: (ne) => disconnected.has(ne),
    begun: (ne) => void begun.push(ne),
    tell: (command) => {
      told.push(command);
      if (command.kind === 'link-disconnected') disconnected.add(command.ne);
      else disconnected.delete(command.ne);
      return Promise.resolve();
    },
    log: { warn: () => undefined },
  });
  const passTo = (at: number) => {
    scheduler.schedule(() => undefined, at - scheduler.now());
    scheduler.maxFrames = at;
    scheduler.flush();
    scheduler.frame = at;
  };
  return { watching, told, rows, begun, passTo };
}

describe('heartbeats', () => {
  it('that stay away three times disconnect the NE, as of the first; the next one ends that', async () => {
    const { watching, told, passTo } = watch();
    await watching.hear('a');
    passTo(50_000);
    await watching.hear('a');
    passTo(289_999);
    expect(told).toEqual([]);
    passTo(290_000);
    expect(told).toEqual([
      { kind: 'link-disconnected', ne: 'a', faultAt: 110_000, at: 290_000, reason: 'timeout' },
    ]);
    passTo(900_000);
    expect(told).toHaveLength(1);
    await watching.hear('a');
    expect(told.at(-1)).toEqual({ kind: 'link-reconnected', ne: 'a', at: 900_000 });
    passTo(1_139_999);
    expect(told).toHaveLength(2);
    passTo(1_140_000);
    expect(told).toHaveLength(3);
  });

  it('are told of as they begin, once, and again of an NE that was forgotten meanwhile', async () => {
    const { watching, begun } = watch(new Map([['b', 10_000]]));
    expect([watching.has('a'), watching.has('b')]).toEqual([false, true]);
    for (const ne of ['a', 'b', 'a']) await watching.hear(ne);
    expect(begun).toEqual(['a']);
    watching.follow([{ kind: 'delete-ne', id: 'a' }]);
    expect(watching.has('a')).toBe(false);
    await watching.hear('a');
    expect(begun).toEqual(['a', 'a']);
  });

  it('come as often as their sender says', async () => {
    const { watching, told, rows, passTo } = watch();
    await watching.hear('a', 10_000);
    await watching.hear('b');
    passTo(40_000);
    expect(told).toMatchObject([{ ne: 'a', faultAt: 10_000 }]);
    expect(rows).toEqual(
      new Map([
        ['a', 10_000],
        ['b', 60_000],
      ]),
    );
  });

  it('are awaited after a restart, and no longer of an NE that is removed', () => {
    const { watching, told, rows, passTo } = watch(
      new Map([
        ['a', 10_000],
        ['b', 10_000],
      ]),
    );
    watching.follow([{ kind: 'delete-ne', id: 'b' }]);
    passTo(100_000);
    expect(told).toMatchObject([{ ne: 'a', kind: 'link-disconnected', at: 40_000 }]);
    expect([...rows.keys()]).toEqual(['a']);
  });
});
