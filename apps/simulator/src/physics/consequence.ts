import type { Details } from '@omc/alarm';

/** A fault that an NE reports because of what is wrong, and how long it takes to notice its beginning and end. */
export interface Consequence extends Details {
  readonly object: string;
  readonly alarmId: number;
  /** Milliseconds from the beginning until the NE reports the fault, or reports what has changed about it. */
  readonly detectMs: number;
  /** Milliseconds from the end until the NE reports it ok. */
  readonly recoverMs: number;
  /** What comes with the `ok`. */
  readonly okInfo?: Details['info'];
}

/** What tells one fault of an NE from another. */
export function faultKeyOf(fault: { readonly object: string; readonly alarmId: number }): string {
  return `${fault.alarmId} ${fault.object}`;
}
