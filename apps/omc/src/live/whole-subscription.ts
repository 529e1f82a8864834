import type { AlarmChange } from '@omc/alarm';
import type { AlarmSort } from '@omc/api';
import type { AlarmPart } from '@omc/store';
import type { AlarmSelection } from '../alarm-selection.js';
import { filteredChanges, type LiveStep } from './filtered-changes.js';
import { changeOf, type LiveAlarms } from './live-alarms.js';
import { decodeCursor, encodeCursor } from './live-cursor.js';
import { Encoded } from './live-encoder.js';
import type { Follower, LiveList } from './live-list.js';
import type { LiveLists } from './live-lists.js';
import { changesJson, snapshotJson } from './live-messages.js';
import type { LiveSocket } from './live-socket.js';
import { roomFor } from './network-room.js';
import type { Answer, Subscription } from './subscription.js';

/** Steps in one message to a client that catches up by itself. */
const MOST_STEPS = 1_000;

/** What a client asked for. */
export interface WholeWanted {
  readonly key: string;
  readonly selection: AlarmSelection;
  readonly sort: AlarmSort;
}

/** What a client is sent part by part, as its network takes it. */
interface InParts {
  read(after: string | undefined): Promise<AlarmPart | undefined>;
  send(part: AlarmPart, index: number): void;
  /** Stands beside changes between the parts: the list is not whole. */
  readonly unfinished: () => { readonly cursor: string; readonly more?: boolean };
}

/**
 * One client's whole list: brought up to date at the pace of its network, then told what all others with the same list
 * are told. Nothing is kept of it but where it stands, and one part on its way.
 */
export class WholeSubscription implements Subscription, Follower {
  readonly socket: LiveSocket;
  readonly #live: LiveAlarms;
  readonly #lists: LiveLists;
  readonly #wanted: WholeWanted;
  readonly #onFault: (error: unknown) => void;
  #list: LiveList | undefined;
  /** Number of the last change that the client was told of. */
  #seq = 0;
  #isOver = false;

  /** @param onFault told where the client cannot be brought up to date. */
  constructor(
    socket: LiveSocket,
    live: LiveAlarms,
    lists: LiveLists,
    wanted: WholeWanted,
    onFault: (error: unknown) => void,
  ) {
    this.socket = socket;
    this.#live = live;
    this.#lists = lists;
    this.#wanted = wanted;
    this.#onFault = onFault;
  }

  async begin(cursor: string | undefined, answer: Answer): Promise<void> {
    const since = cursor === undefined ? undefined : decodeCursor(cursor);
    if (since?.isWhole === true && (await this.#resume(since.seq, answer))) return;
    await this.#sendAll(answer);
  }

  fallBehind(): void {
    this.#list = undefined;
    this.#startOver().catch(this.#onFault);
  }

  end(): void {
    this.#isOver = true;
    if (this.#list !== undefined) this.#lists.leave(this.#list, this);
    this.#list = undefined;
  }

  /** Goes on from a number; false where too much came since, or it is still to come. */
  async #resume(since: number, answer: Answer): Promise<boolean> {
    const isHeld = this.#live.after(since) !== undefined;
    const first = isHeld ? undefined : await this.#live.missed(since, undefined);
    if (!isHeld && first === undefined) return false;
    if (this.#isOver) return true;
    const cursor = encodeCursor(since);
    answer(new Encoded(snapshotJson({ cursor }, null, this.#live.newFaces())));
    this.#seq = since;
    if (first === undefined) await this.#catchUp();
    else await this.#sendInParts(this.#missed(cursor, since), first);
    return true;
  }

  async #startOver(): Promise<void> {
    await roomFor(this.socket);
    if (!this.#isOver) await this.#sendAll((snapshot) => this.socket.emit('snapshot', snapshot));
  }

  async #sendAll(begin: Answer): Promise<void> {
    const parts = this.#all(begin);
    const first = await parts.read(undefined);
    if (first !== undefined) await this.#sendInParts(parts, first);
  }

  /** The whole list. */
  #all(begin: Answer): InParts {
    const { selection, sort } = this.#wanted;
    return {
      read: (after) => this.#live.part(selection, sort, after),
      send: ({ seq, alarms, nextCursor }, index) => {
        const more = nextCursor !== null;
        const head = {
          cursor: encodeCursor(seq, !more),
          ...(index === 0 ? {} : { part: index }),
          ...(more ? { more } : {}),
        };
        const part = new Encoded(snapshotJson(head, alarms, this.#live.newFaces()));
        if (index === 0) begin(part);
        else this.socket.emit('snapshot', part);
      },
      unfinished: () => ({ cursor: encodeCursor(this.#seq, false) }),
    };
  }

  /** What changed since a number, as it is now. */
  #missed(cursor: string, since: number): InParts {
    const unfinished = { cursor, more: true };
    return {
      read: (after) => this.#live.missed(since, after),
      send: ({ seq, alarms, nextCursor }) => {
        const steps = alarms.map((alarm) => this.#stepTo(changeOf(alarm)));
        this.#tell(steps, nextCursor === null ? { cursor: encodeCursor(seq) } : unfinished);
      },
      unfinished: () => unfinished,
    };
  }

  async #sendInParts(parts: InParts, first: AlarmPart): Promise<void> {
    let part: AlarmPart | undefined = first;
    for (let index = 0; part !== undefined && !this.#isOver; index++) {
      if (index > 0 && !(await this.#passTo(part.seq, parts))) return this.#startOver();
      if (this.#isOver) return;
      this.#seq = part.seq;
      parts.send(part, index);
      if (part.nextCursor === null) return this.#catchUp();
      await roomFor(this.socket);
      part = this.#isOver ? undefined : await parts.read(part.nextCursor);
    }
    // What is missed has become too much meanwhile.
    if (!this.#isOver) await this.#startOver();
  }

  /** Tells of what changed up to the instant of the next part; false where that is no longer known. */
  async #passTo(seq: number, { unfinished }: InParts): Promise<boolean> {
    await this.#live.reaches(seq);
    const changes = this.#live.after(this.#seq, seq);
    if (changes !== undefined) await this.#tellInPieces(this.#stepsOf(changes), unfinished(), unfinished());
    return changes !== undefined;
  }

  /** Tells of everything that was published up to now; from then on the client is one of the followers. */
  async #catchUp(): Promise<void> {
    while (!this.#isOver) {
      const { seq } = this.#live;
      if (seq === this.#seq) {
        this.#list = this.#lists.joinWhole(this.#wanted.key, this.#wanted.selection, this);
        return;
      }
      const changes = this.#live.after(this.#seq, seq);
      if (changes === undefined) return this.#startOver();
      const before = { cursor: encodeCursor(this.#seq), more: true };
      await this.#tellInPieces(this.#stepsOf(changes), before, { cursor: encodeCursor(seq) });
      this.#seq = seq;
    }
  }

  async #tellInPieces(
    steps: readonly LiveStep[],
    unfinished: { readonly cursor: string; readonly more?: boolean },
    finished: { readonly cursor: string; readonly more?: boolean },
  ): Promise<void> {
    for (let from = 0; from < steps.length && !this.#isOver; from += MOST_STEPS) {
      if (from > 0) await roomFor(this.socket);
      const isLast = from + MOST_STEPS >= steps.length;
      this.#tell(steps.slice(from, from + MOST_STEPS), isLast ? finished : unfinished);
    }
  }

  #tell(steps: readonly LiveStep[], head: { readonly cursor: string; readonly more?: boolean }): void {
    if (!this.#isOver)
      this.socket.emit('changes', new Encoded(changesJson(head, steps, this.#live.newFaces())));
  }

  #stepsOf(changes: readonly AlarmChange[]): LiveStep[] {
    return filteredChanges(changes, this.#wanted.selection.matches, this.#live.newFaces());
  }

  #stepTo(change: AlarmChange): LiveStep {
    return this.#stepsOf([change])[0] ?? { op: 'remove', alarm: change.alarm };
  }
}
