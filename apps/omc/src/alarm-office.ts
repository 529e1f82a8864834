import {
  type Alarm,
  type AlarmWriter,
  type Catalogue,
  explanationText,
  HIDDEN_MEMBER,
  type PathStep,
  pendingOf,
  type Refusal,
  type Scope,
  type ShelfMatch,
  scopeIncludes,
} from '@omc/alarm';
import type {
  AlarmFilter,
  AlarmLivesResource,
  AlarmQuery,
  AlarmResource,
  AlarmSummary,
  Explanation,
} from '@omc/api';
import type { Store } from '@omc/store';
import { type AlarmSelection, alarmSelection } from './alarm-selection.js';
import { countShelves } from './count-shelves.js';
import type { ActiveCounts } from './live/active-counts.js';
import { alarmToResource, changeToLogEntry, commentToResource } from './presentation/alarm-to-resource.js';
import {
  membersWithin,
  type SeenAlarm,
  withoutHiddenRoot,
  withoutHiddenRoots,
} from './presentation/within-scope.js';

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
  async page({ sort, limit, cursor, ...filter }: AlarmQuery, scope: Scope) {
    const selection = await this.select(filter, scope);
    const page = await this.#store.alarms.page(selection.filter, sort, limit, cursor);
    return (
      page && { items: page.alarms.map((alarm) => this.present(alarm, scope)), nextCursor: page.nextCursor }
    );
  }

  /** One alarm; undefined where there is none, or it is of an NE that whoever asks may not see. */
  async read(id: string, scope: Scope): Promise<AlarmResource | undefined> {
    const alarm = await this.#visible(id, scope);
    return alarm && this.present(alarm, scope);
  }

  /** Every change of an alarm, oldest first; undefined where there is no such alarm. */
  async log(id: string, scope: Scope) {
    if (scope !== null && (await this.#visible(id, scope)) === undefined) return undefined;
    const changes = await this.#store.alarms.log(id);
    if (changes.length === 0) return undefined;
    // A mere count of reports is no event in an alarm's life.
    const seen = changes
      .filter(({ kind }) => kind !== 'counted')
      .map((change) => withoutHiddenRoot(change, (ne) => this.includes(scope, ne)));
    return { items: seen.map(changeToLogEntry) };
  }

  /** What was said about an alarm, oldest first; undefined where the cursor does not belong to it. */
  async comments(id: string, limit: number, cursor: string | undefined, scope: Scope) {
    if (scope !== null && (await this.#visible(id, scope)) === undefined)
      return { items: [], nextCursor: null };
    const page = await this.#store.alarms.comments(id, limit, cursor);
    return page && { items: page.comments.map(commentToResource), nextCursor: page.nextCursor };
  }

  /** Which life of its key an alarm is, and the lives before it; undefined where there is no such alarm. */
  async lives(id: string, limit: number, scope: Scope): Promise<AlarmLivesResource | undefined> {
    const alarm = await this.#visible(id, scope);
    if (alarm === undefined) return undefined;
    const { count, earlier } = await this.#store.alarms.lives(alarm, limit);
    return {
      occurrence: count + 1,
      previous: earlier[0]?.id ?? null,
      items: earlier.map((life) => this.present(life, scope)),
    };
  }

  /** The counts over everything active of the NEs that whoever asks may see. */
  summary(scope: Scope): AlarmSummary {
    const { pending, keys, shelves } = this.#writer;
    const includes = (ne: string) => this.includes(scope, ne);
    const visible = shelves.list().filter(({ shelf }) => this.showsShelf(scope, shelf.match));
    return {
      ...this.#counts.summary(scope === null ? undefined : includes),
      pending: scope === null ? pending : pendingOf(keys, includes),
      shelves: countShelves(visible, this.#now()),
    };
  }

  /** Whether an NE lies within a scope as things are now. */
  includes(scope: Scope, ne: string): boolean {
    return scopeIncludes(scope, ne, (id) => this.#writer.topologies.of(id)?.subnet);
  }

  /** Whether somebody is shown a shelf: it names nobody's NEs, or theirs. */
  showsShelf(scope: Scope, { ne, subnet }: Pick<ShelfMatch, 'ne' | 'subnet'>): boolean {
    return (
      scope === null ||
      ((ne === undefined || this.includes(scope, ne)) &&
        (subnet === undefined || scope.subnets.includes(subnet)))
    );
  }

  /** Why somebody may not look at an NE, or at all of them; undefined where they may. */
  refusalBeyond(scope: Scope, ne: string | undefined): Refusal | undefined {
    if (scope === null || (ne !== undefined && this.includes(scope, ne))) return undefined;
    if (ne === undefined)
      return { refused: 'not-allowed', field: 'ne', reason: 'must be named: you are limited to some NEs' };
    return { refused: 'not-found', field: 'ne', reason: `NE ${ne} is not registered` };
  }

  /** An alarm as somebody may see it who sees the NEs of a scope. */
  seen(alarm: Alarm, scope: Scope): SeenAlarm {
    if (scope === null || alarm.correlation.rootIds.length === 0) return alarm;
    return withoutHiddenRoots(
      alarm,
      (ne) => this.includes(scope, ne),
      (id) => this.#writer.neOf(id),
    );
  }

  present(alarm: Alarm, scope: Scope): AlarmResource {
    return alarmToResource(this.seen(alarm, scope), this.#catalogue);
  }

  /** Why an alarm is there: its roots, the way to the first, its symptoms; undefined where there is no such alarm. */
  async explain(id: string, scope: Scope): Promise<Explanation | undefined> {
    const { alarms } = this.#store;
    const alarm = await this.#visible(id, scope);
    if (alarm === undefined) return undefined;
    const [allRoots, allSymptoms] = await Promise.all([
      alarms.readAll(alarm.correlation.rootIds),
      alarms.symptomsOf(id),
    ]);
    const isVisible = ({ ne }: { readonly ne: string }) => this.includes(scope, ne);
    const roots = allRoots.filter(isVisible);
    const symptoms = allSymptoms.filter(isVisible).map((symptom) => symptom.id);
    const path = this.path(alarm, scope);
    const isPartHidden = roots.length < allRoots.length || symptoms.length < allSymptoms.length;
    return {
      alarm: id,
      role: alarm.correlation.role,
      rule: alarm.correlation.rule,
      roots: roots.map((root) => this.present(root, scope)),
      path: path.map(({ group, ...step }) => ({
        ...step,
        ...(group === undefined ? {} : { group: group.filter((member) => member !== HIDDEN_MEMBER) }),
      })),
      symptoms,
      text: explanationText({ alarm, roots, path, symptoms: symptoms.length, isPartHidden }, this.#catalogue),
    };
  }

  /** The way from an active alarm to its first root, as far as it leads through what may be seen. */
  path(alarm: Alarm, scope: Scope): PathStep[] {
    const way = alarm.state === 'active' ? this.#writer.explanationPath(alarm.id) : [];
    return way
      .filter(({ ne }) => this.includes(scope, ne))
      .map(({ group, ...step }) => {
        if (group === undefined) return step;
        const seen = membersWithin(group, (ne) => this.includes(scope, ne));
        return { ...step, group: seen.length < group.length ? [...seen, HIDDEN_MEMBER] : seen };
      });
  }

  /** Finds out which alarms a filter stands for, asked by somebody who sees the NEs of a scope. */
  select(filter: AlarmFilter, scope: Scope): Promise<AlarmSelection> {
    return alarmSelection(filter, scope, {
      readAlarm: (id) => this.#visible(id, scope),
      alarmIdsNamed: (text) => this.#alarmIdsNamed(text.toLowerCase()),
      topologyOf: (ne) => this.#writer.topologies.of(ne),
    });
  }

  async #visible(id: string, scope: Scope): Promise<Alarm | undefined> {
    const alarm = await this.#store.alarms.read(id);
    return alarm !== undefined && this.includes(scope, alarm.ne) ? alarm : undefined;
  }

  #alarmIdsNamed(text: string): number[] {
    const named: number[] = [];
    for (const { alarmId, name } of this.#catalogue.values())
      if (name.en.toLowerCase().includes(text) || name.zh.includes(text)) named.push(alarmId);
    return named;
  }
}
