import {
  type Actor,
  type AlarmActionName,
  type FilterRule,
  type FilterScope,
  type NetworkElement,
  type Refusal,
  type Severity,
  topologyOf,
} from '@omc/alarm';
import { snmpUserPost, trapDryRunPost } from '@omc/api';
import {
  type AlarmCounts,
  type AlarmSelection,
  type BackendRefusal,
  type BackendResult,
  type ConditionSelection,
  type CountedBy,
  type ExplainedAlarm,
  type ListedAlarm,
  type ListedAlarmType,
  type ListedCondition,
  type ListedFilter,
  type ListedNe,
  type ListedSnmpUser,
  type MmlBackend,
  mergeFilterRule,
  type NotificationToTry,
  type Pages,
  type ShelfScope,
  type ShelfToAdd,
  type ShownNe,
  type SnmpUserToAdd,
  type StudySelection,
  type TriedNotification,
} from '@omc/mml';
import { NeRegistry } from '../ne-registry.js';
import type { Omc } from '../omc.js';
import type { Study, StudyRequest } from '../studies/filter-studies.js';
import { tryNotification } from '../traps/try-notification.js';
import { AlarmDesk } from './alarm-desk.js';
import { MmlShelves } from './mml-shelves.js';
import { invalid, resultOf } from './results.js';

/** Seven days. */
const USUALLY_STUDIED_MS = 7 * 86_400_000;

/** Does for MML what REST does too, with the same writer behind it, on behalf of one user. */
export class MmlOffice implements MmlBackend {
  readonly #omc: Omc;
  readonly #actor: Actor;
  readonly #registry: NeRegistry;
  readonly #shelves: MmlShelves;
  readonly #alarms: AlarmDesk;

  constructor(omc: Omc, actor: Actor) {
    this.#omc = omc;
    this.#actor = actor;
    this.#registry = new NeRegistry(omc);
    this.#shelves = new MmlShelves(omc, actor);
    this.#alarms = new AlarmDesk(omc, actor);
  }

  listFilters(wanted: Partial<FilterScope>): Promise<BackendResult<readonly ListedFilter[]>> {
    const value = this.#omc.writer.filters
      .list()
      .filter((scope) => isWithin(scope, wanted) && (scope.ne === undefined || this.#sees(scope.ne)))
      .map(({ alarmId, ne, object, filter, origin }) => ({
        alarmId,
        ne: ne ?? null,
        object: object ?? null,
        ...filter,
        origin,
      }));
    return Promise.resolve({ ok: true, value });
  }

  async setFilter(scope: FilterScope, members: FilterRule, by: string): Promise<BackendResult<void>> {
    const rule = mergeFilterRule(this.#omc.writer.filters.ruleOf(scope) ?? {}, members);
    const command = { kind: 'set-filter', filter: { ...scope, rule }, by } as const;
    return resultOf(await this.#omc.do(command, this.#actor));
  }

  async removeFilter(scope: FilterScope, by: string): Promise<BackendResult<void>> {
    return resultOf(await this.#omc.do({ kind: 'remove-filter', scope, by }, this.#actor));
  }

  async setSeverity(alarmId: number, severity: Severity, by: string): Promise<BackendResult<void>> {
    const command = { kind: 'change-alarm-type', alarmId, change: { severity }, by } as const;
    return resultOf(await this.#omc.do(command, this.#actor));
  }

  async dryRunFilter(scope: FilterScope, members: FilterRule, selection: StudySelection) {
    const refusal = this.#omc.office.refusalBeyond(this.#actor.scope, scope.ne);
    if (refusal !== undefined) return { ok: false as const, ...refusal };
    const rule = mergeFilterRule(this.#omc.writer.filters.ruleOf(scope) ?? {}, members);
    return answered(await this.#omc.studies.dryRun({ ...scope, rule }, this.#timeOf(selection)));
  }

  async adviseFilter(scope: FilterScope, selection: StudySelection) {
    const refusal = this.#omc.office.refusalBeyond(this.#actor.scope, scope.ne);
    if (refusal !== undefined) return { ok: false as const, ...refusal };
    return answered(await this.#omc.studies.advise(scope, this.#timeOf(selection)));
  }

  alarms(selection: AlarmSelection, pageSize: number): Pages<ListedAlarm> {
    return this.#alarms.pages(selection, pageSize);
  }

  explainAlarm(id: string): Promise<BackendResult<ExplainedAlarm>> {
    return this.#alarms.explain(id);
  }

  actOnAlarms(action: AlarmActionName, ids: readonly string[], comment: string | undefined) {
    return this.#alarms.act(action, ids, comment);
  }

  countAlarms(by: CountedBy, selection: AlarmSelection, most: number): Promise<AlarmCounts> {
    return this.#alarms.count(by, selection, most);
  }

  conditions(selection: ConditionSelection, pageSize: number): Pages<ListedCondition> {
    return this.#alarms.conditions(selection, pageSize);
  }

  alarmTypes(alarmIds?: readonly number[]): Promise<readonly ListedAlarmType[]> {
    return Promise.resolve(this.#alarms.types(alarmIds));
  }

  listNes({ ne }: { readonly ne?: string }): Promise<BackendResult<readonly ListedNe[]>> {
    const value = this.#registry
      .list(this.#actor.scope)
      .filter(({ id }) => ne === undefined || id === ne)
      .map((known) => this.#listed(known));
    return Promise.resolve({ ok: true, value });
  }

  readNe(id: string): Promise<BackendResult<ShownNe>> {
    const ne = this.#registry.find(id, this.#actor.scope);
    if (ne !== undefined) return Promise.resolve({ ok: true, value: this.#shown(ne) });
    return Promise.resolve(notRegistered(id));
  }

  tryNotification(tried: NotificationToTry): Promise<BackendResult<TriedNotification>> {
    const checked = trapDryRunPost.safeParse(tried);
    if (!checked.success) return Promise.resolve(invalid(checked.error));
    return Promise.resolve({ ok: true, value: tryNotification(checked.data, this.#omc.traps) });
  }

  async listSnmpUsers(): Promise<BackendResult<readonly ListedSnmpUser[]>> {
    return { ok: true, value: await this.#omc.snmpUsers.list() };
  }

  async addSnmpUser(added: SnmpUserToAdd): Promise<BackendResult<void>> {
    if (this.#actor.scope !== null) return beyond;
    const checked = snmpUserPost.safeParse(added);
    if (!checked.success) return invalid(checked.error);
    const result = await this.#omc.snmpUsers.add(checked.data, this.#actor);
    if ('refused' in result) return { ok: false, ...result };
    return { ok: true, value: undefined };
  }

  async removeSnmpUser(name: string): Promise<BackendResult<void>> {
    if (this.#actor.scope !== null) return beyond;
    const refusal = await this.#omc.snmpUsers.remove(name, this.#actor);
    if (refusal !== undefined) return { ok: false, ...refusal };
    return { ok: true, value: undefined };
  }

  listShelves(scope: ShelfScope) {
    return Promise.resolve(this.#shelves.list(scope));
  }

  addShelf(added: ShelfToAdd) {
    return this.#shelves.add(added);
  }

  endShelves(which: ShelfScope & { readonly id?: string }) {
    return this.#shelves.end(which);
  }

  async syncNe(id: string): Promise<BackendResult<void>> {
    if (this.#registry.find(id, this.#actor.scope) === undefined) return notRegistered(id);
    if (await this.#registry.sync(id, this.#actor)) return { ok: true, value: undefined };
    return { ok: false, refused: 'conflict', field: 'ne', reason: `${id} is not connected` };
  }

  async addNe(ne: NetworkElement): Promise<BackendResult<void>> {
    return resultOf(await this.#registry.add(ne, this.#actor));
  }

  async removeNe(id: string): Promise<BackendResult<void>> {
    return resultOf(await this.#registry.remove(id, this.#actor));
  }

  #sees(ne: string): boolean {
    return this.#omc.office.includes(this.#actor.scope, ne);
  }

  #timeOf({ fromAt, untilAt = this.#omc.now() }: StudySelection): StudyRequest {
    return { fromAt: fromAt ?? untilAt - USUALLY_STUDIED_MS, untilAt };
  }

  #shown(ne: NetworkElement): ShownNe {
    const known = this.#omc.writer.topologies.of(ne.id);
    return {
      ...this.#listed(ne),
      site: known?.site ?? null,
      subnet: known?.subnet ?? null,
      objects: known === undefined ? null : topologyOf(known).objects.length,
    };
  }

  #listed(ne: NetworkElement): ListedNe {
    const status = this.#registry.statusOf(ne.id);
    return {
      ...ne,
      link: {
        state: status?.state ?? 'none',
        lastHandshakeAt: status?.lastHandshakeAt ?? null,
        misses: status?.misses ?? 0,
        clockOffsetMs: status?.clockOffsetMs ?? null,
        reason: status?.reason ?? null,
      },
    };
  }
}

function notRegistered(id: string): BackendRefusal {
  return { ok: false, refused: 'not-found', field: 'ne', reason: `${id} is not registered` };
}

/** What concerns all NEs is not for who is limited to some. */
const beyond: BackendRefusal = {
  ok: false,
  refused: 'not-allowed',
  reason: 'this concerns all NEs, and you are limited to some',
};

/** Whether a scope has every member that is wanted. */
function isWithin(scope: FilterScope, wanted: Partial<FilterScope>): boolean {
  return (
    (wanted.alarmId === undefined || scope.alarmId === wanted.alarmId) &&
    (wanted.ne === undefined || scope.ne === wanted.ne) &&
    (wanted.object === undefined || scope.object === wanted.object)
  );
}

function answered<Result>(study: Study<Result> | Refusal): BackendResult<Study<Result>> {
  return study.refused === undefined ? { ok: true, value: study } : { ok: false, ...study };
}
