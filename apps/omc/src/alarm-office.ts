import { type Alarm, type AlarmWriter, type Catalogue, explanationText } from '@omc/alarm';
import type { AlarmFilter, AlarmQuery, AlarmResource, AlarmSummary, Explanation } from '@omc/api';
import type { Store } from '@omc/store';
import { type AlarmSelection, alarmSelection } from './alarm-selection.js';
import { countShelves } from './count-shelves.js';
import type { ActiveCounts } from './live/active-counts.js';
import { alarmToResource, changeToLogEntry, commentToResource } from './presentation/alarm-to-resource.js';

/** Answers questions about alarms: for REST, the live stream and MML alike. */
export class AlarmOffice {
  readonly #store: Store;
  readonly #catalogue: Catalogue;
  readonly #writer: AlarmWriter;
  readonly #counts: ActiveCounts;
  readonly #now: () => number;

  constructor(
    store: Store,
    catalogue: Catalogue,
    writer: AlarmWriter,
    counts: ActiveCounts,
    now: () => number,
  ) {
    this.#store = store;
    this.#catalogue = catalogue;
    this.#writer = writer;
    this.#counts = counts;
    this.#now = now;
  }

  /** A page; undefined where the cursor does not belong to this query. */
  async page({ sort, limit, cursor, ...filter }: AlarmQuery) {
    const selection = await this.select(filter);
    const page = await this.#store.alarms.page(selection.filter, sort, limit, cursor);
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

  /** What was said about an alarm, oldest first; undefined where the cursor does not belong to it. */
  async comments(id: string, limit: number, cursor: string | undefined) {
    const page = await this.#store.alarms.comments(id, limit, cursor);
    return page && { items: page.comments.map(commentToResource), nextCursor: page.nextCursor };
  }

  summary(): AlarmSummary {
    const { pending, shelves } = this.#writer;
    return { ...this.#counts.summary(), pending, shelves: countShelves(shelves.list(), this.#now()) };
  }

  present(alarm: Alarm): AlarmResource {
    return alarmToResource(alarm, this.#catalogue);
  }

  /** Why an alarm is there: its roots, the way to the first, its symptoms; undefined where there is no such alarm. */
  async explain(id: string): Promise<Explanation | undefined> {
    const { alarms } = this.#store;
    const alarm = await alarms.read(id);
    if (alarm === undefined) return undefined;
    const [roots, symptoms] = await Promise.all([
      alarms.readAll(alarm.correlation.rootIds),
      alarms.symptomsOf(id),
    ]);
    const path = alarm.state === 'active' ? this.#writer.explanationPath(id) : [];
    return {
      alarm: id,
      role: alarm.correlation.role,
      rule: alarm.correlation.rule,
      roots: roots.map((root) => this.present(root)),
      path: path.map(({ group, ...step }) => ({
        ...step,
        ...(group === undefined ? {} : { group: [...group] }),
      })),
      symptoms,
      text: explanationText({ alarm, roots, path, symptoms: symptoms.length }, this.#catalogue),
    };
  }

  /** Finds out which alarms a filter stands for. */
  select(filter: AlarmFilter): Promise<AlarmSelection> {
    return alarmSelection(filter, {
      readAlarm: (id) => this.#store.alarms.read(id),
      alarmIdsNamed: (text) => this.#alarmIdsNamed(text.toLowerCase()),
      topologyOf: (ne) => this.#writer.topologies.of(ne),
    });
  }

  #alarmIdsNamed(text: string): number[] {
    const named: number[] = [];
    for (const { alarmId, name } of this.#catalogue.values())
      if (name.en.toLowerCase().includes(text) || name.zh.includes(text)) named.push(alarmId);
    return named;
  }
}
