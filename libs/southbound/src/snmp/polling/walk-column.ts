import type { Varbind } from '@omc/wire';
import type { SnmpAsker } from './snmp-asker.js';
import type { SnmpTarget } from './snmp-target.js';

/** Values that are asked for at once: they fit into one datagram of an Ethernet. */
const REPETITIONS = 20;
/** BER tag of what comes behind the last value of all (RFC 3416 §3). */
const END_OF_MIB = 0x82;

/** A column of a table, or why it could not be read. */
export type Column =
  | { readonly ok: true; readonly values: ReadonlyMap<string, Varbind> }
  | { readonly ok: false; readonly reason: string };

/**
 * Reads a column of an agent's table, value by index. What an agent says must get on, and end: one that goes back or
 * has more than `most` rows is refused.
 */
export async function walkColumn(
  asker: Pick<SnmpAsker, 'getBulk'>,
  target: SnmpTarget,
  column: string,
  most: number,
): Promise<Column> {
  const values = new Map<string, Varbind>();
  for (let last = column; ; ) {
    const answer = await asker.getBulk(target, last, REPETITIONS);
    if (!answer.ok) return answer;
    const inside = answer.varbinds.slice(0, lengthInside(column, answer.varbinds));
    for (const varbind of inside) {
      if (!isBehind(varbind.oid, last)) return { ok: false, reason: `the agent goes back at ${varbind.oid}` };
      values.set(varbind.oid.slice(column.length + 1), varbind);
      last = varbind.oid;
    }
    if (values.size > most) return { ok: false, reason: `the agent has more than ${most} rows` };
    if (inside.length < answer.varbinds.length) return { ok: true, values };
    if (inside.length === 0) return { ok: false, reason: 'the agent answers without a value' };
  }
}

/** How many of the values that an agent gives are of a column. */
function lengthInside(column: string, varbinds: readonly Varbind[]): number {
  const end = varbinds.findIndex(({ oid, type }) => type === END_OF_MIB || !oid.startsWith(`${column}.`));
  return end < 0 ? varbinds.length : end;
}

/** Whether an OID comes behind another (RFC 3416 §2.1: lexicographic order). */
function isBehind(oid: string, other: string): boolean {
  const [ones, others] = [oid.split('.'), other.split('.')];
  for (let place = 0; place < others.length; place++) {
    const difference = Number(ones[place] ?? -1) - Number(others[place]);
    if (difference !== 0) return difference > 0;
  }
  return ones.length > others.length;
}
