import type { ShelfResource } from '@omc/api';
import { fromLocalInput } from '../../data/local-input.js';
import type { RequestInput } from '../../data/request.js';
import type { Severity } from '../../data/severity.js';

/** For how long a shelf can be asked for by a click, minutes. */
export const lengths = [15, 60, 240, 480, 1440, 4320, 10_080] as const;
type Length = (typeof lengths)[number];

/** What the form of a shelf holds. */
export interface ShelfValues {
  readonly ne?: string;
  readonly object?: string;
  readonly subnet?: string;
  readonly alarmId?: readonly number[];
  readonly severity?: readonly Severity[];
  readonly begins: 'now' | 'later';
  /** As `<input type="datetime-local">` has it. */
  readonly from?: string;
  readonly length: Length | 'until' | 'same';
  readonly until?: string;
  readonly untilCleared: boolean;
  readonly reason: string;
}

/** Whether the form says which alarms. */
export function saysWhich({ ne, object, subnet, alarmId, severity }: ShelfValues): boolean {
  return [ne, object, subnet].some(Boolean) || [alarmId, severity].some((list) => (list?.length ?? 0) > 0);
}

/** A new shelf as the OMC takes it. */
export function shelfPostOf(
  values: ShelfValues,
  now: number,
): NonNullable<RequestInput<'POST /shelves'>['body']> {
  const { ne, object, subnet, alarmId = [], severity = [], reason, untilCleared } = values;
  const from = values.begins === 'later' ? fromLocalInput(values.from) : undefined;
  const until = endOf(values, from === undefined ? now : Date.parse(from));
  return {
    match: {
      ...(ne && { ne }),
      ...(object && { object }),
      ...(subnet && { subnet }),
      ...(alarmId.length > 0 && { alarmId }),
      ...(severity.length > 0 && { severity }),
    },
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    untilCleared,
    reason,
  };
}

/** What is changed about a shelf, as the OMC takes it; its time runs from now, or from its begin where that is to come. */
export function shelfPatchOf(shelf: ShelfResource, values: ShelfValues, now: number) {
  const from = shelf.state === 'planned' ? fromLocalInput(values.from) : undefined;
  const until = endOf(values, Math.max(now, Date.parse(from ?? shelf.from)));
  return {
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    reason: values.reason,
  };
}

function endOf({ length, until }: ShelfValues, begin: number): string | undefined {
  if (length === 'until') return fromLocalInput(until);
  return length === 'same' ? undefined : new Date(begin + length * 60_000).toISOString();
}
