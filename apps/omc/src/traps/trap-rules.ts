import { stat } from 'node:fs/promises';
import { loadTrapMap } from '@omc/catalogue';
import type { Notification, TrapMapper, TrapMeaning } from '@omc/wire';
import { exhaustMap, type SchedulerLike, type Subscription, timer } from 'rxjs';

/** How often the file is looked at. */
const LOOK_MS = 1_000;

interface Log {
  info(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** The rules that say what notifications mean, read again whenever their file changes. */
export class TrapRules {
  readonly #path: string;
  readonly #log: Log;
  #mapper: TrapMapper;
  #seen: string | undefined;
  /** What is wrong with the file as it is now; the rules read before stay in force. */
  faults: readonly string[] = [];

  constructor(path: string, mapper: TrapMapper, log: Log) {
    this.#path = path;
    this.#mapper = mapper;
    this.#log = log;
  }

  meaningOf(notification: Notification): TrapMeaning {
    return this.#mapper.map(notification);
  }

  /** Looks at the file now and then: a watch would miss files that are replaced or mounted. */
  follow(scheduler: SchedulerLike): Subscription {
    return timer(0, LOOK_MS, scheduler)
      .pipe(exhaustMap(() => this.look()))
      .subscribe();
  }

  /** Reads the file if it is another than before. */
  async look(): Promise<void> {
    const version = await versionOf(this.#path);
    if (version === this.#seen) return;
    this.#seen = version;
    const loaded = await loadTrapMap(this.#path);
    if (loaded.ok) {
      this.#mapper = loaded.mapper;
      this.faults = [];
      this.#log.info({ rules: loaded.rules }, 'trap mappings are in force');
    } else {
      this.faults = loaded.faults;
      this.#log.error({ faults: loaded.faults }, 'faulty trap mappings: those before stay in force');
    }
  }
}

/** Changes with the file's content; the error's text where it cannot be looked at. */
async function versionOf(path: string): Promise<string> {
  try {
    const { mtimeMs, size, ino } = await stat(path);
    return `${mtimeMs} ${size} ${ino}`;
  } catch (error) {
    return String(error);
  }
}
