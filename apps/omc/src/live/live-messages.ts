import type { Alarm } from '@omc/alarm';
import type { AlarmFaces } from './alarm-faces.js';
import type { LiveStep } from './filtered-changes.js';

/** What stands beside the steps of a `changes` message. */
export interface ChangesHead {
  readonly cursor: string;
  readonly more?: boolean;
  readonly total?: number;
}

/** What stands beside the alarms of a `snapshot`. */
export interface SnapshotHead {
  readonly cursor: string;
  readonly part?: number;
  readonly more?: boolean;
  readonly total?: number;
}

/** A `changes` message as JSON (`LiveChanges`), made of alarms that are written already. */
export function changesJson(head: ChangesHead, steps: readonly LiveStep[], faces: AlarmFaces): string {
  let list = '';
  for (const { op, alarm } of steps)
    list += `${list === '' ? '' : ','}{"op":"${op}","alarm":${faces.json(alarm)}}`;
  return withList(head, 'changes', `[${list}]`);
}

/** A `snapshot` as JSON (`LiveSnapshot`); without alarms for a client that has the list. */
export function snapshotJson(head: SnapshotHead, alarms: readonly Alarm[] | null, faces: AlarmFaces): string {
  const list = alarms === null ? 'null' : `[${alarms.map((alarm) => faces.json(alarm)).join(',')}]`;
  return withList(head, 'snapshot', list);
}

function withList(head: ChangesHead | SnapshotHead, name: string, list: string): string {
  return `${JSON.stringify(head).slice(0, -1)},"${name}":${list}}`;
}
