import { type OmcClient, type OmcProcess, until } from '@omc/harness';
import type { Random } from '@omc/simulator';
import type { FollowedList } from './followed-list.js';
import type { WatchedElement } from './watched-element.js';

/** What can happen to the processes. */
export const disturbances = [
  'kill the OMC',
  'kill the database',
  'cut links',
  'end the OMC in order',
  'kill the OMC and its database',
  'kill the OMC while its database comes back',
  'kill the OMC in its start',
] as const;
export type Disturbance = (typeof disturbances)[number];

/** Does harm to an OMC, and waits until all is up again. */
export class Chaos {
  readonly #omc: OmcProcess;
  readonly #elements: readonly WatchedElement[];
  readonly #list: FollowedList;
  readonly #random: Random;
  readonly #client: OmcClient;

  constructor(
    omc: OmcProcess,
    client: OmcClient,
    elements: readonly WatchedElement[],
    list: FollowedList,
    random: Random,
  ) {
    this.#omc = omc;
    this.#client = client;
    this.#elements = elements;
    this.#list = list;
    this.#random = random;
  }

  async do(disturbance: Disturbance): Promise<void> {
    switch (disturbance) {
      case 'kill the OMC':
        await this.#omc.end('SIGKILL');
        return this.#start();
      case 'kill the database':
        return this.#killDatabase(() => this.#isReady());
      case 'cut links':
        for (const { element } of this.#elements) if (this.#random.chance(0.6)) element.killConnection();
        return until('the links', () => this.#elements.every(({ element }) => element.isConnected));
      case 'end the OMC in order':
        if ((await this.#omc.end('SIGTERM')) !== 0) throw new Error('the OMC did not end with status 0');
        return this.#start();
      case 'kill the OMC and its database':
        process.kill(await this.#omc.databasePid(), 'SIGKILL');
        await this.#omc.end('SIGKILL');
        return this.#start();
      case 'kill the OMC while its database comes back':
        await this.#killDatabase(() => true);
        await this.#omc.end('SIGKILL');
        return this.#start();
      case 'kill the OMC in its start':
        return this.#killInStart();
    }
  }

  /** Kills the server, and waits for another one, and for what is asked. */
  async #killDatabase(isSo: () => Promise<boolean> | boolean): Promise<void> {
    const killed = await this.#omc.databasePid();
    process.kill(killed, 'SIGKILL');
    await until('another database server', async () => {
      const pid = await this.#omc.databasePid().catch(() => killed);
      return pid !== killed && (await isSo());
    });
  }

  /** At a random point of a start: once so many of its NEs are dialled. */
  async #killInStart(): Promise<void> {
    await this.#omc.end('SIGKILL');
    this.#omc.launch();
    const dialled = this.#random.whole(0, this.#elements.length);
    await until(
      'the first dials',
      () => this.#elements.filter((each) => each.element.isConnected).length >= dialled,
    );
    await this.#omc.end('SIGKILL');
    return this.#start();
  }

  async #start(): Promise<void> {
    await this.#omc.start();
    await this.#list.follow(this.#client);
  }

  async #isReady(): Promise<boolean> {
    return (await fetch(`${this.#omc.url}/readyz`)).status === 200;
  }
}
