import type { AlarmSummary, NePost } from '@omc/api';
import { makeOmc, OmcClient, type OmcProcess, until } from '@omc/harness';
import { LoadProcess } from '../load/load-process.js';
import { progress } from '../measure/progress.js';
import { type BenchDatabase, makeDatabase } from './bench-database.js';
import { ConsoleWatch } from './console-watch.js';

/** Requests that are under way at the same time. */
const PARALLEL = 16;

/** What a benchmark runs on: a database, and the real OMC in a process of its own. */
export class Stage {
  readonly omc: OmcProcess;
  readonly database: BenchDatabase;
  readonly #loads: LoadProcess<unknown>[] = [];
  readonly #watches: ConsoleWatch[] = [];
  #nes = 0;
  #client: OmcClient | undefined;

  constructor(omc: OmcProcess, database: BenchDatabase) {
    this.omc = omc;
    this.database = database;
  }

  /** Starts both. `BENCH_OMC_NODE_OPTIONS` are Node.js options for the OMC alone, for a profile of it. */
  static async open(environment: NodeJS.ProcessEnv = {}): Promise<Stage> {
    progress('starting the database and the OMC');
    const database = await makeDatabase();
    const { BENCH_OMC_NODE_OPTIONS: options } = process.env;
    const omc = await makeOmc({
      DATABASE_URL: database.url,
      ...environment,
      ...(options === undefined ? {} : { NODE_OPTIONS: options }),
    });
    const stage = new Stage(omc, database);
    try {
      await omc.start();
    } catch (error) {
      await stage.close();
      throw error;
    }
    return stage;
  }

  /** Signed in as `admin`. */
  async client(): Promise<OmcClient> {
    this.#client ??= await OmcClient.signIn(this.omc.url);
    return this.#client;
  }

  /** Starts a program beside the OMC, which ends with the stage. */
  async startLoad<Ready>(
    program: string,
    ...args: readonly (number | string)[]
  ): Promise<LoadProcess<Ready>> {
    const load = await LoadProcess.start<Ready>(program, ...args);
    this.#loads.push(load);
    return load;
  }

  /** Registers the NEs `NAME-0` and so on at a port of this machine, and waits until their links are up. */
  async addNes(name: string, count: number, port: number): Promise<void> {
    await this.#register(name, count, { kind: 'link', port });
    this.#nes += count;
    await this.linksUp();
  }

  /** Registers the NEs `NAME-0` and so on that only send notifications. */
  addTrapSenders(name: string, count: number): Promise<void> {
    return this.#register(name, count, { kind: 'snmp', port: 161 });
  }

  /** A console that watches all active alarms. */
  async watch(): Promise<ConsoleWatch> {
    const watch = new ConsoleWatch(this.omc.url, (await this.client()).token);
    this.#watches.push(watch);
    await watch.subscribe();
    return watch;
  }

  /** Waits until the links of all NEs are up. */
  async linksUp(): Promise<void> {
    await until('all links', async () => (await this.metric('omc_links{state="connected"}')) === this.#nes);
  }

  /** How many links are up and how many NEs are disconnected; and the longest that the OMC was busy with one thing since the last look. */
  async linksSeen(): Promise<{ connected: number; disconnected: number; busiestMs: number }> {
    const metrics = await this.metrics();
    return {
      connected: figureIn(metrics, 'omc_links{state="connected"}'),
      disconnected: figureIn(metrics, 'omc_links{state="disconnected"}'),
      busiestMs: figureIn(metrics, 'nodejs_eventloop_lag_max_seconds') * 1000,
    };
  }

  /** How many alarms are active. */
  async alarms(): Promise<number> {
    const client = await this.client();
    return (await client.get<AlarmSummary>('/api/v1/alarms/summary')).body.total;
  }

  /** One figure of the OMC's own. */
  async metric(name: string): Promise<number> {
    return figureIn(await this.metrics(), name);
  }

  /** All figures of the OMC's own, as Prometheus reads them. */
  async metrics(): Promise<string> {
    const client = await this.client();
    return (await client.get<string>('/metrics')).body;
  }

  /** Ends both, and removes what they kept. */
  async close(): Promise<void> {
    for (const watch of this.#watches) watch.close();
    for (const load of this.#loads) await load.end();
    await this.omc.remove();
    await this.database.remove();
  }

  async #register(name: string, count: number, ne: Pick<NePost, 'kind' | 'port'>): Promise<void> {
    progress(`registering ${count} NEs`);
    const client = await this.client();
    let next = 0;
    const worker = async () => {
      for (let i = next++; i < count; i = next++)
        await client.addNe({ id: `${name}-${i}`, host: '127.0.0.1', ...ne });
    };
    await Promise.all(Array.from({ length: PARALLEL }, worker));
  }
}

/** One figure in Prometheus' text format; 0 where it is not there. */
function figureIn(metrics: string, name: string): number {
  const line = metrics.split('\n').find((each) => each.startsWith(`${name} `));
  return Number(line?.slice(name.length + 1) ?? 0);
}
