import type { LiveAlarms } from './live-alarms.js';
import { decodeCursor } from './live-cursor.js';
import { Encoded } from './live-encoder.js';
import type { Follower } from './live-list.js';
import type { LiveLists } from './live-lists.js';
import { snapshotJson } from './live-messages.js';
import type { LiveSocket } from './live-socket.js';
import { roomFor } from './network-room.js';
import type { Answer, Subscription } from './subscription.js';
import type { WindowList, WindowWanted } from './window-list.js';

/** One client's live window. It is kept for all who watch the same; a client only has to be brought there. */
export class WindowSubscription implements Subscription, Follower {
  readonly socket: LiveSocket;
  readonly #live: LiveAlarms;
  readonly #lists: LiveLists;
  readonly #key: string;
  readonly #wanted: WindowWanted;
  readonly #onFault: (error: unknown) => void;
  #list: WindowList | undefined;
  #isOver = false;

  constructor(
    socket: LiveSocket,
    live: LiveAlarms,
    lists: LiveLists,
    wanted: WindowWanted & { readonly key: string },
    onFault: (error: unknown) => void,
  ) {
    this.socket = socket;
    this.#live = live;
    this.#lists = lists;
    this.#key = wanted.key;
    this.#wanted = wanted;
    this.#onFault = onFault;
  }

  async begin(cursor: string | undefined, answer: Answer): Promise<void> {
    const list = await this.#join();
    if (list === undefined) return;
    const since = cursor === undefined ? undefined : decodeCursor(cursor);
    const told = since?.isWhole === true ? list.toldAfter(since.seq) : undefined;
    if (cursor === undefined || told === undefined) return answer(new Encoded(list.snapshot()));
    answer(new Encoded(snapshotJson({ cursor, total: list.total }, null, this.#live.newFaces())));
    for (const changes of told) this.socket.emit('changes', new Encoded(changes));
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

  async #startOver(): Promise<void> {
    await roomFor(this.socket);
    const list = await this.#join();
    if (list !== undefined) this.socket.emit('snapshot', new Encoded(list.snapshot()));
  }

  /** The list once it is known, with this client among its followers; undefined where the client is gone. */
  async #join(): Promise<WindowList | undefined> {
    while (!this.#isOver) {
      const list = await this.#lists.window(this.#key, this.#wanted);
      if (this.#isOver || !list.isSettled || !this.#lists.join(list, this)) continue;
      this.#list = list;
      return list;
    }
    return undefined;
  }
}
