import { type AlarmType, FilterBook, type KeyEntry } from '@omc/alarm';
import type { JournalSpan } from '@omc/store';
import { describe, expect, it } from 'vitest';
import { FilterStudies } from './filter-studies.js';

const S = 1_000;
const NOW = 10_000_000 * S;
const said = { en: 'words', zh: '词' };
const cell: AlarmType = {
  ...{ alarmId: 29240, name: said, meaning: said, effect: said, causes: said, firstSteps: said },
  ...{ objectType: 'Cell', severity: 'major', eventType: 'qualityOfServiceAlarm', failureClass: 'down' },
  ...{ probableCause: 'unavailable', origin: 'report', source: 'test', filter: { createWindow: 90 } },
};
const catalogue = new Map([[cell.alarmId, cell]]);
const key = { ne: 'eNB-1', object: 'Cell=1', alarmId: 29240 };

/** A fault of ten seconds every minute. */
const entries: KeyEntry[] = Array.from({ length: 100 }, (_, i) => ({
  ...{ ...key, kind: 'transition', at: NOW - 6_000 * S + (i >> 1) * 60 * S + (i % 2) * 10 * S },
  state: i % 2 === 0 ? 'fault' : 'ok',
}));

function studiesOf(coveredFrom = Number.NEGATIVE_INFINITY) {
  const spans: JournalSpan[] = [];
  let open = 0;
  const studies = new FilterStudies({
    catalogue,
    filters: new FilterBook(catalogue),
    now: () => NOW,
    most: { dryRun: 100, advice: 99 },
    transitions: {
      coveredFrom: () => Promise.resolve(coveredFrom),
      async *pages(span) {
        spans.push(span);
        open += 1;
        try {
          for (let i = 0; i < entries.length; i += 30) yield await Promise.resolve(entries.slice(i, i + 30));
        } finally {
          open -= 1;
        }
      },
    },
  });
  return { studies, spans, isOpen: () => open > 0 };
}

const time = { fromAt: NOW - 7_200 * S, untilAt: NOW };
const filter = { alarmId: 29240, ne: 'eNB-1', rule: { createWindow: 5 } };

describe('studies of filters', () => {
  it('read the scope from an hour before the time, and try the filter', async () => {
    const { studies, spans, isOpen } = studiesOf();
    expect(await studies.dryRun(filter, time)).toMatchObject({
      ...{ ...time, coveredFromAt: time.fromAt, scope: { alarmId: 29240, ne: 'eNB-1' } },
      ...{
        filter: { createWindow: 5, createThreshold: 5 },
        result: { faults: 50, proposed: { raised: 50 } },
      },
    });
    expect(spans).toEqual([
      {
        ...{ scope: { alarmId: 29240, ne: 'eNB-1' }, fromAt: time.fromAt - 3_600 * S, untilAt: NOW },
        most: 101,
      },
    ]);
    expect(isOpen()).toBe(false);
  });

  it('say from when on everything is stored', async () => {
    const some = await studiesOf(NOW - 60 * S).studies.dryRun(filter, time);
    expect(some).toMatchObject({ coveredFromAt: NOW - 60 * S });
    const none = await studiesOf(Number.POSITIVE_INFINITY).studies.dryRun(filter, time);
    expect(none).toMatchObject({ coveredFromAt: NOW });
  });

  it('are refused where there is too much to read', async () => {
    const { studies, isOpen } = studiesOf();
    const refusal = await studies.advise({ alarmId: 29240 }, time);
    expect(refusal).toMatchObject({
      refused: 'invalid',
      field: 'from',
      reason: expect.stringMatching(/more than 99 /),
    });
    expect(isOpen()).toBe(false);
  });

  it('end when nobody waits for them any more', async () => {
    const { studies, isOpen } = studiesOf();
    expect(await studies.dryRun(filter, { ...time, gone: AbortSignal.abort() })).toMatchObject({
      refused: 'conflict',
    });
    expect(isOpen()).toBe(false);
  });

  it('wait in a line that has an end', async () => {
    const { studies } = studiesOf();
    const answers = await Promise.all(Array.from({ length: 17 }, () => studies.dryRun(filter, time)));
    expect(answers.filter(({ refused }) => refused === undefined)).toHaveLength(16);
    expect(answers.at(-1)).toMatchObject({ refused: 'conflict', reason: expect.stringMatching(/waiting/) });
  });

  it.each([
    [{ alarmId: 1, rule: {} }, 'not-found', 'alarmId'],
    [{ alarmId: 29240, object: 'Cell=1', rule: {} }, 'invalid', 'object'],
    [{ alarmId: 29240, rule: { createWindow: 5, createThreshold: 6 } }, 'invalid', 'createThreshold'],
  ])('are refused as a change would be: %j', async (wrong, refused, field) => {
    expect(await studiesOf().studies.dryRun(wrong, time)).toMatchObject({ refused, field });
  });
});
