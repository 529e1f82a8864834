import type { Alarm, AlarmWriter, Catalogue } from '@omc/alarm';
import type { AlarmFilter, AlarmQuery, AlarmResource, AlarmSummary } from '@omc/api';
import type { ResolvedFilter, Store } from '@omc/store';
import type { ActiveCounts } from './live/active-counts.js';
import { alarmToResource, changeToLogEntry } from './presentation/alarm-to-resource.js';

/** Answers questions about alarms: for REST, the live stream and MML alike. */
export class AlarmOffice {
  readonly #store: Store;
  readonly #catalogue: Catalogue;
  readonly #writer: AlarmWriter;
  readonly #counts: ActiveCounts;

  constructor(store: Store, catalogue: Catalogue, writer: AlarmWriter, counts: ActiveCounts) {
    this.#store = store;
    this.#catalogue = catalogue;
    this.#writer = writer;
    this.#counts = counts;
  }

  /** A page; undefined where the cursor does not belong to this query. */
  async page({ sort, limit, cursor, ...filter }: AlarmQuery) {
    const page = await this.#store.alarms.page(this.resolve(filter), sort, limit, cursor);
    return page && { items: page.alarms.map((alarm) => this.present(alarm)), nextCursor: page.nextCursor };
  }

  async read(id: string): Promise<AlarmResource | undefined> {
    const alarm = await this.#store.alarms.read(id);
    return alarm && this.present(alarm);
  }

  /** Every change of an alarm, oldest first; undefined where there is no such alarm. */
  async log(id: string) {
    const changes = await this.#store.alarms.log(id);
    if (changes.length === 0) return undefined;
    // A mere count of reports is no event in an alarm's life.
    return { items: changes.filter(({ kind }) => kind !== 'counted').map(changeToLogEntry) };
  }

  summary(): AlarmSummary {
    return { ...this.#counts.summary(), pending: this.#writer.pending };
  }

  present(alarm: Alarm): AlarmResource {
    return alarmToResource(alarm, this.#catalogue);
  }

  /** A filter whose free text is also looked for in the names of alarm types. */
  resolve(filter: AlarmFilter): ResolvedFilter {
    const q = filter.q?.toLowerCase();
    const namedAlarmIds: number[] = [];
    if (q !== undefined)
      for (const { alarmId, name } of this.#catalogue.values())
        if (name.en.toLowerCase().includes(q) || name.zh.includes(q)) namedAlarmIds.push(alarmId);
    return { ...filter, namedAlarmIds };
  }
}
