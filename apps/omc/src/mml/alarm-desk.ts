import {
  type Actor,
  type Alarm,
  type AlarmActionName,
  asJson,
  type Condition,
  conditionsOf,
} from '@omc/alarm';
import { type AlarmActionResult, type AlarmFilter, alarmActionsPost, alarmFilter, toRfc3339 } from '@omc/api';
import type {
  ActedAlarm,
  AlarmCounts,
  AlarmSelection,
  BackendResult,
  ConditionSelection,
  CountedBy,
  ExplainedAlarm,
  ListedAlarm,
  ListedAlarmType,
  ListedCondition,
  Pages,
} from '@omc/mml';
import { AlarmActions } from '../alarm-actions.js';
import type { Omc } from '../omc.js';
import { invalid } from './results.js';

/** Where no beginning is named, alarms of so long are counted. */
const COUNTED_MS = 86_400_000;

/** Answers what MML asks about alarms, as REST does. */
export class AlarmDesk {
  readonly #omc: Omc;
  readonly #actor: Actor;
  readonly #actions: AlarmActions;

  constructor(omc: Omc, actor: Actor) {
    this.#omc = omc;
    this.#actor = actor;
    this.#actions = new AlarmActions(omc);
  }

  async *pages(selection: AlarmSelection, pageSize: number): Pages<ListedAlarm> {
    const { office, store } = this.#omc;
    const { filter } = await office.select(filterOf(selection), this.#actor.scope);
    let cursor: string | undefined;
    do {
      const page = await store.alarms.page(filter, '-raisedAt', pageSize, cursor);
      if (page === undefined) throw new Error('the store does not know its own cursor');
      cursor = page.nextCursor ?? undefined;
      yield { items: page.alarms.map((alarm) => this.listed(alarm)), more: cursor !== undefined };
    } while (cursor !== undefined);
  }

  /** The same as a file, which the audit log knows of before its first line. */
  async *exported(selection: AlarmSelection, form: 'csv' | 'json', pageSize: number): Pages<ListedAlarm> {
    await this.#omc.audit.add(this.#actor, 'export-alarms', 'alarms', null, asJson({ form, ...selection }));
    yield* this.pages(selection, pageSize);
  }

  async explain(id: string): Promise<BackendResult<ExplainedAlarm>> {
    const { office, store } = this.#omc;
    const { scope } = this.#actor;
    const [alarm, explanation, log] = await Promise.all([
      store.alarms.read(id),
      office.explain(id, scope),
      office.log(id, scope),
    ]);
    if (alarm === undefined || explanation === undefined || log === undefined)
      return { ok: false, refused: 'not-found', field: 'alarm', reason: 'names no alarm' };
    const path = office.path(alarm, scope);
    const { text, symptoms } = explanation;
    const changes = log.items.map(({ at, text: told }) => ({ at: Date.parse(at), text: told }));
    const shown = { alarm: this.listed(alarm), path, symptoms: symptoms.length, text, log: changes };
    return { ok: true, value: shown };
  }

  async act(
    action: AlarmActionName,
    ids: readonly string[],
    comment: string | undefined,
  ): Promise<BackendResult<readonly ActedAlarm[]>> {
    const checked = alarmActionsPost.safeParse({ action, ids, ...(comment !== undefined && { comment }) });
    if (!checked.success) return invalid(checked.error);
    const said = checked.data.comment === undefined ? {} : { comment: checked.data.comment };
    const results = await this.#actions.act(
      ids.map((id) => ({ action, id, ...said })),
      this.#actor,
    );
    return { ok: true, value: results.map(actedOf) };
  }

  async count(by: CountedBy, selection: AlarmSelection, most: number): Promise<AlarmCounts> {
    const { office, store, now } = this.#omc;
    const { untilAt = now() } = selection;
    const { fromAt = untilAt - COUNTED_MS } = selection;
    const { filter } = await office.select(filterOf({ ...selection, fromAt, untilAt }), this.#actor.scope);
    const counts = await store.alarms.count(by, filter, most);
    return {
      ...{ fromAt, untilAt },
      counts: counts.map((count) =>
        count.alarmId === undefined ? count : { ...count, name: this.#nameOf(count.alarmId) },
      ),
    };
  }

  async *conditions({ ne, phase }: ConditionSelection, pageSize: number): Pages<ListedCondition> {
    const { office, writer } = this.#omc;
    const includes = (id: string) => office.includes(this.#actor.scope, id);
    const wanted = {
      includes,
      ...(ne === undefined ? {} : { ne }),
      ...(phase === undefined ? {} : { phase }),
    };
    let after: Condition | undefined;
    for (;;) {
      const found: Condition[] = [];
      for (const each of conditionsOf(writer.keys, { ...wanted, ...(after && { after }) }))
        if (found.push(each) > pageSize) break;
      const items = found.slice(0, pageSize);
      const more = found.length > pageSize;
      yield { items: items.map((each) => ({ ...each, name: this.#nameOf(each.alarmId) })), more };
      after = items.at(-1);
      if (!more) return;
      // What waits is in memory: a long list lets the writer have its turn between pages.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  types(alarmIds: readonly number[] | undefined): readonly ListedAlarmType[] {
    const { catalogue, writer } = this.#omc;
    return [...catalogue.values()]
      .filter(({ alarmId }) => alarmIds?.includes(alarmId) ?? true)
      .map((type) => ({ ...type, severity: writer.typeSettings.severityOf(type.alarmId) ?? type.severity }));
  }

  listed(alarm: Alarm): ListedAlarm {
    const { unnamedRoots: _, ...seen } = this.#omc.office.seen(alarm, this.#actor.scope);
    return { ...seen, name: this.#nameOf(alarm.alarmId) };
  }

  #nameOf(alarmId: number) {
    const number = String(alarmId);
    return this.#omc.catalogue.get(alarmId)?.name ?? { en: number, zh: number };
  }
}

function actedOf({ id, status, detail = 'cannot be done' }: AlarmActionResult): ActedAlarm {
  if (status === 200) return { id };
  return { id, refused: status === 404 ? 'not-found' : 'conflict', reason: detail };
}

/** A selection in the words of REST. */
export function filterOf(selection: AlarmSelection): AlarmFilter {
  const { state, alarmIds, ne, object, severities, roles, shelved, fromAt, untilAt } = selection;
  return alarmFilter.parse({
    state,
    ...(alarmIds === undefined ? {} : { alarmId: alarmIds }),
    ...(ne === undefined ? {} : { ne }),
    ...(object === undefined ? {} : { object }),
    ...(severities === undefined ? {} : { severity: severities }),
    ...(roles === undefined ? {} : { role: roles }),
    ...(shelved === undefined ? {} : { shelved: String(shelved) }),
    ...(fromAt === undefined ? {} : { since: toRfc3339(fromAt) }),
    ...(untilAt === undefined ? {} : { until: toRfc3339(untilAt) }),
  });
}
