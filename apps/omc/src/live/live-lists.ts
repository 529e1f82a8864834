import type { AlarmChange } from '@omc/alarm';
import type { AlarmSelection } from '../alarm-selection.js';
import type { LiveAlarms } from './live-alarms.js';
import { Encoded } from './live-encoder.js';
import { type Follower, type LiveList, WholeList } from './live-list.js';
import type { LiveNamespace } from './live-socket.js';
import { waitingBytes } from './network-room.js';
import { WindowList, type WindowWanted } from './window-list.js';

/** A client for whom more than this waits for its network is set aside until it is gone. */
const MUCH_BYTES = 1024 * 1024;
/** Windows without anybody are kept for who comes back: so many at the most. */
const MOST_DESERTED = 16;

/** All lists that somebody watches. */
export class LiveLists {
  readonly #live: LiveAlarms;
  readonly #namespace: LiveNamespace;
  readonly #onFault: (error: unknown) => void;
  readonly #lists = new Map<string, LiveList>();
  /** Keys of windows without anybody, the longest deserted first. */
  readonly #deserted = new Set<string>();

  /** @param onFault told of a list that could not be read; whoever watched it is disconnected. */
  constructor(live: LiveAlarms, namespace: LiveNamespace, onFault: (error: unknown) => void) {
    this.#live = live;
    this.#namespace = namespace;
    this.#onFault = onFault;
    live.published$.subscribe((changes) => this.#publish(changes));
  }

  /** From now on somebody is told of each change of what matches a filter. All with the same key share a list. */
  joinWhole(key: string, selection: AlarmSelection, follower: Follower): LiveList {
    const list = this.#lists.get(key) ?? new WholeList(key, selection);
    this.#lists.set(key, list);
    this.join(list, follower);
    return list;
  }

  /** The window of a filter, a sort and a limit, shared by all who want it. */
  async window(key: string, wanted: WindowWanted): Promise<WindowList> {
    const known = this.#lists.get(key);
    const list = known instanceof WindowList ? known : this.#openWindow(key, wanted);
    await list.settled();
    return list;
  }

  /** From now on somebody is told of each change of a list; false where the list is no longer kept up. */
  join(list: LiveList, follower: Follower): boolean {
    if (this.#lists.get(list.key) !== list) return false;
    this.#deserted.delete(list.key);
    list.followers.add(follower);
    this.#live.audience += 1;
    this.#now(follower.socket.join(list.key));
    return true;
  }

  /** From now on somebody is told no more. */
  leave(list: LiveList, follower: Follower): void {
    if (!list.followers.delete(follower)) return;
    this.#live.audience -= 1;
    this.#now(follower.socket.leave(list.key));
    if (list.followers.size > 0) return;
    if (list instanceof WindowList) this.#desert(list.key);
    else this.#lists.delete(list.key);
  }

  #openWindow(key: string, wanted: WindowWanted): WindowList {
    const list: WindowList = new WindowList(key, wanted, this.#live, {
      told: (json) => this.#tell(list, json),
      failed: (error) => this.#close(list, error),
    });
    this.#lists.set(key, list);
    this.#desert(key);
    list.open();
    return list;
  }

  #publish(changes: readonly AlarmChange[]): void {
    const faces = this.#live.newFaces();
    for (const list of this.#lists.values()) {
      const json = list.follow(changes, this.#live.seq, faces);
      if (json !== undefined) this.#tell(list, json);
    }
  }

  #tell(list: LiveList, json: string): void {
    for (const follower of list.followers) {
      if (waitingBytes(follower.socket) <= MUCH_BYTES) continue;
      this.leave(list, follower);
      follower.fallBehind();
    }
    // Written once for the whole room.
    if (list.followers.size > 0) this.#namespace.to(list.key).emit('changes', new Encoded(json));
  }

  /** Keeps a window for a while, and drops the one that was deserted longest. */
  #desert(key: string): void {
    this.#deserted.add(key);
    const [longest] = this.#deserted;
    if (this.#deserted.size <= MOST_DESERTED || longest === undefined) return;
    this.#deserted.delete(longest);
    this.#lists.delete(longest);
  }

  #close(list: LiveList, error: unknown): void {
    this.#lists.delete(list.key);
    this.#deserted.delete(list.key);
    this.#onFault(error);
    for (const { socket } of list.followers) socket.disconnect(true);
  }

  /** Rooms of one process are entered and left at once; only other adapters take their time. */
  #now(done: Promise<void> | void): void {
    if (done instanceof Promise) done.catch(this.#onFault);
  }
}
