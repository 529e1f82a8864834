import type { AlarmChange } from '@omc/alarm';
import type { AlarmFilter } from '@omc/api';
import type { AlarmSelection } from '../alarm-selection.js';
import type { AlarmFaces } from './alarm-faces.js';
import { filteredChanges } from './filtered-changes.js';
import { encodeCursor } from './live-cursor.js';
import { changesJson } from './live-messages.js';
import type { LiveSocket } from './live-socket.js';

/** Somebody who is up to date with a list and is told of each change. */
export interface Follower {
  readonly socket: LiveSocket;
  /** More waits for its network than is good: it was set aside, and has to catch up by itself. */
  fallBehind(): void;
}

/** One list that somebody watches: what is told of it is found out and written once for all of them. */
export interface LiveList {
  /** The same for all who want the same. */
  readonly key: string;
  readonly followers: Set<Follower>;
  /** What changes mean for the list, as a `changes` message up to `seq`; undefined where they mean nothing. */
  follow(changes: readonly AlarmChange[], seq: number, faces: AlarmFaces): string | undefined;
}

/** Everything that matches a filter. */
export class WholeList implements LiveList {
  readonly followers = new Set<Follower>();
  readonly key: string;
  readonly selection: AlarmSelection;

  constructor(key: string, selection: AlarmSelection) {
    this.key = key;
    this.selection = selection;
  }

  follow(changes: readonly AlarmChange[], seq: number, faces: AlarmFaces): string | undefined {
    const steps = filteredChanges(changes, this.selection.matches, faces);
    return steps.length === 0
      ? undefined
      : changesJson({ cursor: encodeCursor(seq) }, steps, faces.for(this.selection.filter.scope));
  }
}

/** The same text for filters that mean the same. */
export function filterKey(filter: AlarmFilter): string {
  const members = Object.entries(filter).filter(([, value]) => value !== undefined);
  return JSON.stringify(
    members
      .map(
        ([name, value]) =>
          [name, Array.isArray(value) ? [...new Set<unknown>(value)].sort() : value] as const,
      )
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
