import {
  type Filter,
  type FilterRule,
  type FilterScope,
  faultsOf,
  immediate,
  type NetworkElement,
  overlay,
  type Severity,
} from '@omc/alarm';
import type {
  ListedFilter,
  ListedNe,
  ListedSnmpUser,
  MmlBackend,
  NotificationToTry,
  ShelfScope,
  ShelfToAdd,
  ShownNe,
  SnmpUserToAdd,
  StudySelection,
  TriedNotification,
} from '../backend.js';
import type {
  ActedAlarm,
  AlarmCounts,
  AlarmSelection,
  ConditionSelection,
  CountedBy,
  ExplainedAlarm,
  ListedAlarm,
  ListedAlarmType,
  ListedCondition,
  Pages,
} from '../backend-alarms.js';
import type { AuditWanted, ListedAuditEntry, UserToAdd } from '../backend-people.js';
import type { BackendRefusal, BackendResult } from '../backend-result.js';
import { mergeFilterRule } from '../merge-filter-rule.js';
import { MemoryPeople } from './memory-people.js';
import { MemoryShelves } from './memory-shelves.js';
import { MemoryStudies } from './memory-studies.js';

const catalogue: ReadonlyMap<number, Filter> = new Map([
  [29240, { ...immediate, createWindow: 90, createThreshold: 90, restoreWindow: 15 }],
]);

const notFound = (reason: string): BackendRefusal => ({ ok: false, refused: 'not-found', reason });
const doneVoid = { ok: true, value: undefined } as const;

/** A system of one alarm type that lives in memory, for tests. */
export class MemoryBackend implements MmlBackend {
  readonly rules = new Map<string, { scope: FilterScope; rule: FilterRule }>();
  readonly nes = new Map<string, NetworkElement>();
  /** Why the links are as they are. */
  linkReason: string | null = null;
  readonly snmpUsers = new Map<string, ListedSnmpUser>();
  readonly asked: string[] = [];
  readonly studies = new MemoryStudies();
  readonly shelves = new MemoryShelves();
  readonly people = new MemoryPeople();
  listed: readonly ListedAlarm[] = [];
  types: readonly ListedAlarmType[] = [];

  listFilters(scope: Partial<FilterScope>): Promise<BackendResult<readonly ListedFilter[]>> {
    const stored = [...this.rules.values()].map((entry) => this.#listed(entry.scope, 'stored'));
    const ofCatalogue = [...catalogue.keys()]
      .filter((alarmId) => !this.rules.has(keyOf({ alarmId })))
      .map((alarmId) => this.#listed({ alarmId }, 'catalogue'));
    const matches = (filter: ListedFilter) =>
      (scope.alarmId ?? filter.alarmId) === filter.alarmId &&
      (scope.ne ?? filter.ne) === filter.ne &&
      (scope.object ?? filter.object) === filter.object;
    return answer([...stored, ...ofCatalogue].filter(matches));
  }

  setFilter(scope: FilterScope, members: FilterRule, by: string): Promise<BackendResult<void>> {
    this.asked.push(`set-filter by ${by}`);
    const base = catalogue.get(scope.alarmId);
    if (base === undefined) return Promise.resolve({ ...notFound('names no alarm type'), field: 'alarmId' });
    const rule = mergeFilterRule(this.rules.get(keyOf(scope))?.rule ?? {}, members);
    const [fault] = faultsOf(overlay(base, rule));
    if (fault !== undefined)
      return Promise.resolve({ ok: false, refused: 'invalid', field: fault.member, reason: fault.reason });
    this.rules.set(keyOf(scope), { scope, rule });
    return Promise.resolve(doneVoid);
  }

  removeFilter(scope: FilterScope): Promise<BackendResult<void>> {
    const removed = this.rules.delete(keyOf(scope));
    return Promise.resolve(removed ? doneVoid : notFound('no filter is stored for this scope'));
  }

  dryRunFilter(scope: FilterScope, members: FilterRule, selection: StudySelection) {
    this.asked.push(`dry-run ${JSON.stringify([scope, selection])}`);
    const rule = mergeFilterRule(this.rules.get(keyOf(scope))?.rule ?? {}, members);
    const filter = overlay(catalogue.get(scope.alarmId) ?? immediate, rule);
    const [fault] = faultsOf(filter);
    if (fault === undefined) return answer(this.studies.dryRun(filter));
    const refusal = { ok: false, refused: 'invalid', field: fault.member, reason: fault.reason } as const;
    return Promise.resolve(refusal);
  }

  adviseFilter({ alarmId }: FilterScope, { fromAt = 0, untilAt = 1 }: StudySelection) {
    const reason = 'must be later than the beginning';
    if (fromAt >= untilAt)
      return Promise.resolve({ ok: false, refused: 'invalid', field: 'until', reason } as const);
    return answer(this.studies.advise(alarmId, catalogue.get(alarmId) ?? immediate));
  }

  setSeverity(alarmId: number, severity: Severity, by: string): Promise<BackendResult<void>> {
    this.asked.push(`${alarmId} is ${severity} by ${by}`);
    const refusal = { ...notFound('names no alarm type'), field: 'alarmId' };
    return Promise.resolve(catalogue.has(alarmId) ? doneVoid : refusal);
  }

  async *alarms(selection: AlarmSelection, pageSize: number): Pages<ListedAlarm> {
    this.asked.push(JSON.stringify({ ...selection, pageSize }));
    for (let from = 0; from < this.listed.length; from += pageSize) {
      await Promise.resolve();
      const items = this.listed.slice(from, from + pageSize);
      yield { items, more: from + pageSize < this.listed.length };
    }
  }

  exportAlarms(selection: AlarmSelection, form: string, pageSize: number): Pages<ListedAlarm> {
    this.asked.push(`export ${form}`);
    return this.alarms(selection, pageSize);
  }

  explainAlarm(id: string): Promise<BackendResult<ExplainedAlarm>> {
    const alarm = this.listed.find((each) => each.id === id);
    const missing = { ...notFound('names no alarm'), field: 'alarm' };
    if (alarm === undefined) return Promise.resolve(missing);
    const path = [
      { ne: 'eNB-1', object: 'Cell=1', state: 'out', because: 'group', group: ['eNB-1//Rru=0'] },
    ] as const;
    const log = [{ at: 0, text: { en: 'Comment by ops: one\ntwo', zh: 'ops 的备注：one\ntwo' } }];
    return answer({ alarm, path, symptoms: 2, text: { en: 'It is out.', zh: '中断。' }, log });
  }

  actOnAlarms(action: string, ids: readonly string[], comment: string | undefined, by: string) {
    this.asked.push(JSON.stringify([action, ids, comment, by]));
    const results = ids.map((id): ActedAlarm => {
      const alarm = this.listed.find((each) => each.id === id);
      if (alarm === undefined) return { id, refused: 'not-found', reason: 'names no alarm' };
      if (action !== 'acknowledge' || alarm.ack.state === 'unacknowledged') return { id };
      return { id, refused: 'conflict', reason: 'already acknowledged by ops' };
    });
    return answer(results);
  }

  countAlarms(by: CountedBy, selection: AlarmSelection, most: number): Promise<AlarmCounts> {
    this.asked.push(JSON.stringify({ by, ...selection, most }));
    const bySeverity = { critical: 1, major: 2, minor: 0, warning: 0, indeterminate: 0 };
    const figures = { raised: 3, active: 1, bySeverity, meanDurationMs: 1500 };
    const head = by === 'type' ? { alarmId: 29240, name: { en: 'Cell Unavailable', zh: '小区不可用' } } : {};
    return Promise.resolve({ fromAt: selection.fromAt ?? 0, untilAt: 1, counts: [{ ...head, ...figures }] });
  }

  async *conditions(selection: ConditionSelection, pageSize: number): Pages<ListedCondition> {
    this.asked.push(JSON.stringify({ ...selection, pageSize }));
    await Promise.resolve();
    yield { items: [], more: false };
  }

  alarmTypes(alarmIds?: readonly number[]): Promise<readonly ListedAlarmType[]> {
    return Promise.resolve(this.types.filter(({ alarmId }) => alarmIds?.includes(alarmId) ?? true));
  }

  syncNe(id: string): Promise<BackendResult<void>> {
    const missing = { ...notFound('is not registered'), field: 'id' };
    return Promise.resolve(this.nes.has(id) ? doneVoid : missing);
  }

  listNes({ ne }: { ne?: string }): Promise<BackendResult<readonly ListedNe[]>> {
    return answer(
      [...this.nes.values()].filter(({ id }) => (ne ?? id) === id).map((ne) => listedNe(ne, this.linkReason)),
    );
  }

  readNe(id: string): Promise<BackendResult<ShownNe>> {
    const ne = this.nes.get(id);
    return ne
      ? answer({ ...listedNe(ne, this.linkReason), site: 'Site=7', subnet: null, objects: 60 })
      : Promise.resolve({ ...notFound('is not registered'), field: 'id' });
  }

  tryNotification(tried: NotificationToTry): Promise<BackendResult<TriedNotification>> {
    this.asked.push(JSON.stringify(tried));
    const report = {
      object: 'Interface=4',
      alarmId: 90010,
      state: 'fault',
      severity: null,
      text: null,
    } as const;
    const nothing = { rule: null, ne: null, detail: null, report: null };
    if (tried.varbinds.length === 0)
      return answer({ ...nothing, leads: 'nothing', reason: 'unmapped', detail: 'no rule holds' });
    return answer({ ...nothing, leads: 'report', rule: 'linkDown', ne: 'eNB-1', reason: null, report });
  }

  listSnmpUsers(): Promise<BackendResult<readonly ListedSnmpUser[]>> {
    return answer([...this.snmpUsers.values()]);
  }

  addSnmpUser({ user, authProtocol, privProtocol, ...passwords }: SnmpUserToAdd, by: string) {
    this.asked.push(JSON.stringify(passwords));
    const reason = 'must have at least 8 characters';
    if (passwords.authPassword.length < 8)
      return Promise.resolve({ ok: false, refused: 'invalid', field: 'authPassword', reason } as const);
    this.snmpUsers.set(user, { name: user, authProtocol, privProtocol, createdBy: by, usable: true });
    return Promise.resolve(doneVoid);
  }

  removeSnmpUser(name: string): Promise<BackendResult<void>> {
    const missing = { ...notFound('names no SNMP user'), field: 'user' };
    return Promise.resolve(this.snmpUsers.delete(name) ? doneVoid : missing);
  }

  listUsers(name?: string) {
    return answer(this.people.list(name));
  }

  addUser(added: UserToAdd, by: string) {
    return Promise.resolve(this.people.add(added, by));
  }

  removeUser(name: string) {
    return Promise.resolve(this.people.remove(name));
  }

  async *auditEntries(wanted: AuditWanted, pageSize: number): Pages<ListedAuditEntry> {
    this.asked.push(JSON.stringify({ ...wanted, pageSize }));
    await Promise.resolve();
    yield { items: this.people.entries, more: false };
  }

  listShelves(scope: ShelfScope) {
    return answer(this.shelves.list(scope));
  }

  addShelf(added: ShelfToAdd, by: string) {
    return Promise.resolve(this.shelves.add(added, by));
  }

  endShelves(which: ShelfScope & { readonly id?: string }) {
    return Promise.resolve(this.shelves.end(which));
  }

  addNe(ne: NetworkElement): Promise<BackendResult<void>> {
    if (this.nes.has(ne.id))
      return Promise.resolve({
        ok: false,
        refused: 'conflict',
        field: 'id',
        reason: `${ne.id} is registered already`,
      });
    this.nes.set(ne.id, ne);
    return Promise.resolve(doneVoid);
  }

  removeNe(id: string): Promise<BackendResult<void>> {
    return Promise.resolve(
      this.nes.delete(id) ? doneVoid : { ...notFound('is not registered'), field: 'id' },
    );
  }

  #listed(scope: FilterScope, origin: ListedFilter['origin']): ListedFilter {
    const base = catalogue.get(scope.alarmId) ?? immediate;
    const effective = overlay(base, this.rules.get(keyOf(scope))?.rule ?? {});
    return {
      ...effective,
      alarmId: scope.alarmId,
      ne: scope.ne ?? null,
      object: scope.object ?? null,
      origin,
    };
  }
}

function answer<Value>(value: Value): Promise<BackendResult<Value>> {
  return Promise.resolve({ ok: true, value });
}

function keyOf({ alarmId, ne, object }: FilterScope): string {
  return JSON.stringify([alarmId, ne, object]);
}

function listedNe(ne: NetworkElement, reason: string | null): ListedNe {
  const link = {
    state: 'connected',
    lastHandshakeAt: Date.UTC(2026, 10, 23, 13, 59, 30),
    misses: 0,
    clockOffsetMs: null,
    reason,
  } as const;
  return { ...ne, link };
}
