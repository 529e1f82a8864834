import type { AlarmChange } from '@omc/alarm';
import type { AlarmResource } from '@omc/api';
import type { ListedAlarm } from '@omc/mml';
import { Subject } from 'rxjs';
import { expect, it, vi } from 'vitest';
import { AlarmFeed, type FeedOutlet } from './alarm-feed.js';

const published$ = new Subject<readonly AlarmChange[]>();
const name = { en: 'Cell Unavailable', zh: '小区不可用' };
const source = {
  published$,
  present: (alarm: unknown) => alarm as AlarmResource,
  listed: (alarm: unknown) => ({ ...(alarm as ListedAlarm), name }),
};

/** So many alarms, raised by one commit. */
function burst(count: number): AlarmChange[] {
  const alarm = {
    ...{ id: 'an-id', alarmId: 29240, severity: 'major', ne: 'eNB-1', object: 'Cell=1' },
    ...{ raisedAt: 0, clearedAt: null, text: '' },
  };
  const change = { kind: 'raised', alarm } as unknown as AlarmChange;
  return Array.from({ length: count }, () => change);
}

it('tells a burst in pieces, so that the answer to a command waits for one of them at most', async () => {
  const pieces: string[] = [];
  const outlet: FeedOutlet = {
    language: () => 'en',
    now: () => 0,
    send: (reports) => Promise.resolve(void pieces.push(reports)),
    onFault: (error) => expect.unreachable(String(error)),
  };
  const feed = new AlarmFeed(source, () => true, outlet);
  published$.next(burst(120));
  await vi.waitFor(() => expect(pieces).toHaveLength(3));
  expect(pieces.map((piece) => piece.match(/^ALARM {2}29240/gm)?.length)).toEqual([50, 50, 20]);
  // A blank line stands between reports, within a piece as between pieces.
  expect(pieces[0]).toContain('---    END\n\n+++    OMC ');
  feed.stop();
  published$.next(burst(1));
  expect(published$.observed).toBe(false);
});
