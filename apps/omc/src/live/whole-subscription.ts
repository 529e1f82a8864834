import type { AlarmChange } from '@omc/alarm';
import type { AlarmPart } from '@omc/store';
import { filteredChanges, type LiveStep } from './filtered-changes.js';
import { type ListParts, missedSince, type WholeWanted, type Written, wholeList } from './list-parts.js';
import type { LiveAlarms } from './live-alarms.js';
import { decodeCursor, encodeCursor } from './live-cursor.js';
import { Encoded } from './live-encoder.js';
import type { Follower, LiveList } from './live-list.js';
import type { LiveLists } from './live-lists.js';
import { type ChangesHead, changesJson, snapshotJson } from './live-messages.js';
import type { LiveSocket } from './live-socket.js';
import { roomFor } from './network-room.js';
import type { Answer, Subscription } from './subscription.js';

/** Steps in one message to a client that catches up by itself. */
const MOST_STEPS = 1_000;
const NONE: ReadonlySet<string> = new Set();

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

  /** Begins the list anew once there is room for it. */
  fallBehind(): void {
    this.#list = undefined;
    roomFor(this.socket)
      .then(() => this.#sendAll((snapshot) => this.socket.emit('snapshot', snapshot)))
      .catch(this.#onFault);
  }

  end(): void {
    this.#isOver = true;
    if (this.#list !== undefined) this.#lists.leave(this.#list, this);
    this.#list = undefined;
  }

  /** Goes on from a number; false where too much came since, or it is still to come. */
  async #resume(since: number, answer: Answer): Promise<boolean> {
    const missed = missedSince(this.#live, this.#wanted, since);
    const isHeld = this.#live.after(since) !== undefined;
    const first = isHeld ? undefined : await missed.read(undefined);
    if (!isHeld && first === undefined) return false;
    if (this.#isOver) return true;
    answer(new Encoded(snapshotJson({ cursor: encodeCursor(since) }, null, this.#live.newFaces())));
    this.#seq = since;
    if (first === undefined) await this.#catchUp();
    else await this.#sendParts(missed, first, (written) => this.#emit(written));
    return true;
  }

  async #sendAll(begin: Answer): Promise<void> {
    const parts = wholeList(this.#live, this.#wanted);
    const first = this.#isOver ? undefined : await parts.read(undefined);
    if (first !== undefined) await this.#sendParts(parts, first, ({ json }) => begin(new Encoded(json)));
  }

  /** Sends what comes in parts, between them what changes. */
  async #sendParts(parts: ListParts, first: AlarmPart, begin: (written: Written) => void): Promise<void> {
    let part: AlarmPart | undefined = first;
    for (let index = 0; part !== undefined && !this.#isOver; index++) {
      const told = index === 0 ? NONE : await this.#passTo(part.seq, parts);
      if (told === undefined || this.#isOver) break;
      this.#seq = part.seq;
      const written = parts.write(part, index, told);
      if (index === 0) begin(written);
      else this.#emit(written);
      if (part.nextCursor === null) return this.#catchUp();
      await roomFor(this.socket);
      part = this.#isOver ? undefined : await parts.read(part.nextCursor);
    }
    // Too much came meanwhile.
    if (!this.#isOver) this.fallBehind();
  }

  /** Tells of what changed up to the instant of the next part; undefined where that is no longer known. */
  async #passTo(seq: number, parts: ListParts): Promise<ReadonlySet<string> | undefined> {
    await this.#live.reaches(seq);
    const changes = this.#live.after(this.#seq, seq);
    if (changes === undefined) return undefined;
    const steps = this.#stepsOf(changes);
    const unfinished = parts.unfinished(seq);
    await this.#tell(steps, unfinished, unfinished);
    return new Set(steps.map(({ alarm }) => alarm.id));
  }

  /** Tells of everything that was published up to now; from then on the client is one of the followers. */
  async #catchUp(): Promise<void> {
    await this.#live.reaches(this.#seq);
    while (!this.#isOver) {
      const { seq } = this.#live;
      if (seq === this.#seq) {
        this.#list = this.#lists.joinWhole(this.#wanted.key, this.#wanted.selection, this);
        return;
      }
      const changes = this.#live.after(this.#seq, seq);
      if (changes === undefined) return this.fallBehind();
      const unfinished = { cursor: encodeCursor(this.#seq), more: true };
      await this.#tell(this.#stepsOf(changes), unfinished, { cursor: encodeCursor(seq) });
      this.#seq = seq;
    }
  }

  /** Tells of steps, in several messages where they are many. */
  async #tell(steps: readonly LiveStep[], unfinished: ChangesHead, finished: ChangesHead): Promise<void> {
    for (let from = 0; from < steps.length && !this.#isOver; from += MOST_STEPS) {
      if (from > 0) await roomFor(this.socket);
      const head = from + MOST_STEPS >= steps.length ? finished : unfinished;
      const faces = this.#live.newFaces().for(this.#wanted.selection.filter.scope);
      const json = changesJson(head, steps.slice(from, from + MOST_STEPS), faces);
      this.#emit({ event: 'changes', json });
    }
  }

  #emit({ event, json }: Written): void {
    if (!this.#isOver) this.socket.emit(event, new Encoded(json));
  }

  #stepsOf(changes: readonly AlarmChange[]): LiveStep[] {
    return filteredChanges(changes, this.#wanted.selection.matches, this.#live.newFaces());
  }
}
