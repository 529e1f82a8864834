import type { Actor, AlarmActionName, FilterRule, FilterScope, NetworkElement, Severity } from '@omc/alarm';
import type {
  AlarmSelection,
  AuditWanted,
  BackendResult,
  ConditionSelection,
  CountedBy,
  MmlBackend,
  NotificationToTry,
  ShelfScope,
  ShelfToAdd,
  SnmpUserToAdd,
  StudySelection,
  UserToAdd,
} from '@omc/mml';
import type { Omc } from '../omc.js';
import { AlarmDesk } from './alarm-desk.js';
import { MmlFilters } from './mml-filters.js';
import { MmlNes } from './mml-nes.js';
import { MmlPeople } from './mml-people.js';
import { MmlShelves } from './mml-shelves.js';
import { MmlSnmp } from './mml-snmp.js';

/** Does for MML what REST does too, with the same writer behind it, on behalf of one user: each desk its part. */
export class MmlOffice implements MmlBackend {
  readonly #filters: MmlFilters;
  readonly #nes: MmlNes;
  readonly #snmp: MmlSnmp;
  readonly #people: MmlPeople;
  readonly #shelves: MmlShelves;
  readonly #alarms: AlarmDesk;

  constructor(omc: Omc, actor: Actor) {
    this.#filters = new MmlFilters(omc, actor);
    this.#nes = new MmlNes(omc, actor);
    this.#snmp = new MmlSnmp(omc, actor);
    this.#people = new MmlPeople(omc, actor);
    this.#shelves = new MmlShelves(omc, actor);
    this.#alarms = new AlarmDesk(omc, actor);
  }

  listFilters(wanted: Partial<FilterScope>) {
    return Promise.resolve(this.#filters.list(wanted));
  }

  setFilter(scope: FilterScope, members: FilterRule, by: string) {
    return this.#filters.set(scope, members, by);
  }

  removeFilter(scope: FilterScope, by: string) {
    return this.#filters.remove(scope, by);
  }

  setSeverity(alarmId: number, severity: Severity, by: string) {
    return this.#filters.setSeverity(alarmId, severity, by);
  }

  dryRunFilter(scope: FilterScope, members: FilterRule, selection: StudySelection) {
    return this.#filters.dryRun(scope, members, selection);
  }

  adviseFilter(scope: FilterScope, selection: StudySelection) {
    return this.#filters.advise(scope, selection);
  }

  alarms(selection: AlarmSelection, pageSize: number) {
    return this.#alarms.pages(selection, pageSize);
  }

  exportAlarms(selection: AlarmSelection, form: 'csv' | 'json', pageSize: number) {
    return this.#alarms.exported(selection, form, pageSize);
  }

  explainAlarm(id: string) {
    return this.#alarms.explain(id);
  }

  actOnAlarms(action: AlarmActionName, ids: readonly string[], comment: string | undefined) {
    return this.#alarms.act(action, ids, comment);
  }

  countAlarms(by: CountedBy, selection: AlarmSelection, most: number) {
    return this.#alarms.count(by, selection, most);
  }

  conditions(selection: ConditionSelection, pageSize: number) {
    return this.#alarms.conditions(selection, pageSize);
  }

  alarmTypes(alarmIds?: readonly number[]) {
    return Promise.resolve(this.#alarms.types(alarmIds));
  }

  listNes(selection: { readonly ne?: string }) {
    return Promise.resolve(this.#nes.list(selection));
  }

  readNe(id: string) {
    return Promise.resolve(this.#nes.read(id));
  }

  syncNe(id: string): Promise<BackendResult<void>> {
    return this.#nes.sync(id);
  }

  addNe(ne: NetworkElement): Promise<BackendResult<void>> {
    return this.#nes.add(ne);
  }

  removeNe(id: string): Promise<BackendResult<void>> {
    return this.#nes.remove(id);
  }

  tryNotification(tried: NotificationToTry) {
    return Promise.resolve(this.#snmp.tryNotification(tried));
  }

  listSnmpUsers() {
    return this.#snmp.listUsers();
  }

  addSnmpUser(added: SnmpUserToAdd) {
    return this.#snmp.addUser(added);
  }

  removeSnmpUser(name: string) {
    return this.#snmp.removeUser(name);
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

  listUsers(name?: string) {
    return this.#people.list(name);
  }

  addUser(added: UserToAdd) {
    return this.#people.add(added);
  }

  removeUser(name: string) {
    return this.#people.remove(name);
  }

  auditEntries(wanted: AuditWanted, pageSize: number) {
    return this.#people.audit(wanted, pageSize);
  }
}
