import type { AlarmSort } from '@omc/api';
import type { AlarmPart } from '@omc/store';
import type { AlarmSelection } from '../alarm-selection.js';
import { filteredChanges } from './filtered-changes.js';
import { changeOf, type LiveAlarms } from './live-alarms.js';
import { encodeCursor } from './live-cursor.js';
import { type ChangesHead, changesJson, snapshotJson } from './live-messages.js';

/** What a client asked for. */
export interface WholeWanted {
  readonly key: string;
  readonly selection: AlarmSelection;
  readonly sort: AlarmSort;
}

/** A message that is written. */
export interface Written {
  readonly event: 'snapshot' | 'changes';
  readonly json: string;
}

/** What a client is sent part by part, as its network takes it. */
export interface ListParts {
  /** The part after a cursor, as of its own instant; undefined where there is too much of it. */
  read(after: string | undefined): Promise<AlarmPart | undefined>;
  /** @param told ids of the alarms of which the client was told since the part before. */
  write(part: AlarmPart, index: number, told: ReadonlySet<string>): Written;
  /** What stands beside changes between the parts: the list is not whole at a number. */
  unfinished(seq: number): ChangesHead;
}

/** A whole list from its beginning. */
export function wholeList(live: LiveAlarms, { selection, sort }: WholeWanted): ListParts {
  return {
    read: (after) => live.part(selection, sort, after),
    write: ({ seq, alarms, nextCursor }, index) => {
      const more = nextCursor !== null;
      const head = {
        cursor: encodeCursor(seq, !more),
        ...(index === 0 ? {} : { part: index }),
        ...(more ? { more } : {}),
      };
      return {
        event: 'snapshot',
        json: snapshotJson(head, alarms, live.newFaces().for(selection.filter.scope)),
      };
    },
    unfinished: (seq) => ({ cursor: encodeCursor(seq, false) }),
  };
}

/** What changed since a number, each alarm as it is now and once. */
export function missedSince(live: LiveAlarms, { selection }: WholeWanted, since: number): ListParts {
  const unfinished = { cursor: encodeCursor(since), more: true };
  return {
    read: (after) => live.missed(since, after),
    write: ({ seq, alarms, nextCursor }, _, told) => {
      const faces = live.newFaces();
      const steps = alarms
        .filter(({ id }) => !told.has(id))
        .map((alarm) => {
          const [step] = filteredChanges([changeOf(alarm)], selection.matches, faces);
          return step ?? ({ op: 'remove', alarm } as const);
        });
      const head = nextCursor === null ? { cursor: encodeCursor(seq) } : unfinished;
      return { event: 'changes', json: changesJson(head, steps, faces.for(selection.filter.scope)) };
    },
    unfinished: () => unfinished,
  };
}
