import type { LiveChanges } from '@omc/api';
import { LiveList, type OmcClient } from '@omc/harness';

/** A live list that is resumed with its cursor after each loss of its connection. */
export class FollowedList {
  /** Changes that came twice, or later than a newer one of the same alarm. */
  readonly repeated: string[] = [];
  #list: LiveList | undefined;
  #checked = 0;
  readonly #versions = new Map<string, number>();

  get list(): LiveList {
    if (this.#list === undefined) throw new Error('nothing is followed yet');
    return this.#list;
  }

  /** Subscribes, or goes on from where the list was left. */
  async follow(client: OmcClient): Promise<void> {
    const left = this.#list;
    if (left !== undefined) this.leave();
    this.#list = new LiveList(client.url, client.token, left);
    const answer = await (left === undefined ? this.#list.subscribe() : this.#list.resume());
    if ('error' in answer) throw new Error(`the live list was refused: ${answer.error.detail}`);
  }

  leave(): void {
    this.list.close();
    this.check();
    this.#checked = 0;
  }

  /** Looks through what came since the last time. */
  check(): void {
    for (const changes of this.list.received.slice(this.#checked)) this.#checkOne(changes);
    this.#checked = this.list.received.length;
  }

  #checkOne({ cursor, changes }: LiveChanges): void {
    for (const { op, alarm } of changes) {
      const known = this.#versions.get(alarm.id) ?? 0;
      if (alarm.version <= known) this.repeated.push(`${cursor}: ${op} ${alarm.id} version ${alarm.version}`);
      this.#versions.set(alarm.id, alarm.version);
    }
  }
}
