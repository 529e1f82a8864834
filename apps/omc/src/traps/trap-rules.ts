import { stat } from 'node:fs/promises';
import { type KnownOids, loadTrapMap } from '@omc/catalogue';
import { type Notification, type TrapMap, TrapMapper, type TrapMeaning, type TrapRule } from '@omc/wire';
import { exhaustMap, type SchedulerLike, type Subscription, timer } from 'rxjs';
import { nameOid } from './name-oid.js';

/** How often the file is looked at. */
const LOOK_MS = 1_000;

interface Log {
  info(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** The rules that say what notifications mean: those that were added, and those of the file, read again whenever it changes. */
export class TrapRules {
  readonly #path: string;
  readonly #log: Log;
  readonly #known: KnownOids;
  #file: TrapMap;
  #names: ReadonlyMap<string, string>;
  #added: readonly TrapRule[] = [];
  #faultsOfAdded: ReadonlyMap<string, string> = new Map();
  #mapper: TrapMapper;
  #seen: string | undefined;
  /** What is wrong with the file as it is now; the rules read before stay in force. */
  faults: readonly string[] = [];

  /**
   * @param map what the file holds now; it must be one that compiles.
   * @param known names that the file may use beside its own.
   */
  constructor(path: string, map: TrapMap, log: Log, known: KnownOids = new Map()) {
    this.#path = path;
    this.#known = known;
    this.#file = map;
    this.#names = namesByOid(map);
    this.#log = log;
    this.#mapper = compiled(map);
  }

  /** The rules of the file that are in force, in order. */
  get ofFile(): readonly TrapRule[] {
    return this.#file.rules;
  }

  /** What an OID is called, by MIB files and by the file of rules; null where nobody names it. */
  nameOf(oid: string): string | null {
    return nameOid(oid, this.#names);
  }

  /** What is wrong with a rule that was added, so that it is not in force: a name that the file no longer has. */
  faultOf(name: string): string | undefined {
    return this.#faultsOfAdded.get(name);
  }

  /** What would be wrong with a rule beside the file as it is: with which member, and why. */
  check(rule: TrapRule): { readonly field: string; readonly reason: string } | undefined {
    const outcome = TrapMapper.compile({ names: this.#file.names, rules: [rule] });
    if (outcome instanceof TrapMapper) return undefined;
    const [fault] = outcome.faults;
    const [, , ...member] = fault?.path ?? [];
    return { field: member.join('.'), reason: fault?.reason ?? 'is not valid' };
  }

  /** Rules that are asked before those of the file, in order. */
  setAdded(rules: readonly TrapRule[]): void {
    this.#added = rules;
    this.#compile();
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
    const loaded = await loadTrapMap(this.#path, this.#known);
    if (loaded.ok) {
      this.#file = loaded.map;
      this.#names = namesByOid(loaded.map);
      this.#compile();
      this.faults = [];
      this.#log.info({ rules: loaded.map.rules.length }, 'trap mappings are in force');
    } else {
      this.faults = loaded.faults;
      this.#log.error({ faults: loaded.faults }, 'faulty trap mappings: those before stay in force');
    }
  }

  #compile(): void {
    const faults = new Map<string, string>();
    for (const rule of this.#added) {
      const fault = this.check(rule);
      if (fault !== undefined) faults.set(rule.name, `${fault.field}: ${fault.reason}`);
    }
    const { names, rules } = this.#file;
    const sound = this.#added.filter(({ name }) => !faults.has(name));
    this.#mapper = compiled({ names, rules: [...sound, ...rules] });
    this.#faultsOfAdded = faults;
    if (faults.size > 0)
      this.#log.error({ faults: [...faults] }, 'trap mappings that were added do not fit to the file');
  }
}

function namesByOid({ names }: TrapMap): ReadonlyMap<string, string> {
  return new Map(Object.entries(names).map(([name, oid]) => [oid, name]));
}

/** Of rules that are known to be sound. */
function compiled(map: TrapMap): TrapMapper {
  const outcome = TrapMapper.compile(map);
  if (outcome instanceof TrapMapper) return outcome;
  throw new Error(`unsound trap mappings: ${JSON.stringify(outcome.faults)}`);
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
