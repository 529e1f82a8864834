import { until } from '@omc/harness';
import type { Scene } from './scene.js';

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
  readonly #scene: Scene;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  async do(disturbance: Disturbance): Promise<void> {
    switch (disturbance) {
      case 'kill the OMC':
        await this.#scene.omc.end('SIGKILL');
        return this.#start();
      case 'kill the database':
        return this.#killDatabase(() => this.#isReady());
      case 'cut links':
        for (const { element } of this.#scene.elements)
          if (this.#scene.random.chance(0.6)) element.killConnection();
        return until('the links', () => this.#scene.elements.every(({ element }) => element.isConnected));
      case 'end the OMC in order':
        if ((await this.#scene.omc.end('SIGTERM')) !== 0)
          throw new Error('the OMC did not end with status 0');
        return this.#start();
      case 'kill the OMC and its database':
        process.kill(await this.#scene.omc.databasePid(), 'SIGKILL');
        await this.#scene.omc.end('SIGKILL');
        return this.#start();
      case 'kill the OMC while its database comes back':
        await this.#killDatabase(() => true);
        await this.#scene.omc.end('SIGKILL');
        return this.#start();
      case 'kill the OMC in its start':
        return this.#killInStart();
    }
  }

  /** Kills the server, and waits for another one, and for what is asked. */
  async #killDatabase(isSo: () => Promise<boolean> | boolean): Promise<void> {
    const killed = await this.#scene.omc.databasePid();
    process.kill(killed, 'SIGKILL');
    await until('another database server', async () => {
      const pid = await this.#scene.omc.databasePid().catch(() => killed);
      return pid !== killed && (await isSo());
    });
  }

  /** At a random point of a start: once so many of its NEs are dialled. */
  async #killInStart(): Promise<void> {
    await this.#scene.omc.end('SIGKILL');
    this.#scene.omc.launch();
    const dialled = this.#scene.random.whole(0, this.#scene.elements.length);
    await until(
      'the first dials',
      () => this.#scene.elements.filter((each) => each.element.isConnected).length >= dialled,
    );
    await this.#scene.omc.end('SIGKILL');
    return this.#start();
  }

  async #start(): Promise<void> {
    await this.#scene.omc.start();
    await this.#scene.list.follow(this.#scene.client);
  }

  async #isReady(): Promise<boolean> {
    return (await fetch(`${this.#scene.omc.url}/readyz`)).status === 200;
  }
}
