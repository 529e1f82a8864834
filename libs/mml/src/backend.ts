import type {
  AlarmActionName,
  AuthProtocol,
  DryRunResult,
  Filter,
  FilterAdviceResult,
  FilterRule,
  FilterScope,
  ListedShelf,
  NetworkElement,
  PrivProtocol,
  Severity,
} from '@omc/alarm';
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
} from './backend-alarms.js';
import type { PeopleBackend } from './backend-people.js';
import type { BackendResult } from './backend-result.js';

/** A hold-off filter with all its members as they take effect; durations in seconds. */
export interface ListedFilter extends Filter {
  readonly alarmId: number;
  /** Null: for every NE, or every object. */
  readonly ne: string | null;
  readonly object: string | null;
  readonly origin: 'stored' | 'catalogue';
}

/** A registered NE and what its link knows now. */
export interface ListedNe extends NetworkElement {
  readonly link: {
    readonly state: 'connecting' | 'connected' | 'disconnected' | 'none';
    /** Milliseconds since 1970. */
    readonly lastHandshakeAt: number | null;
    /** Unanswered handshakes in a row. */
    readonly misses: number;
    readonly clockOffsetMs: number | null;
    /** Why the link is not connected. */
    readonly reason: string | null;
  };
}

/** An NE with what its topology says of it; null where none was put. */
export interface ShownNe extends ListedNe {
  readonly site: string | null;
  readonly subnet: string | null;
  /** How many objects its topology lists. */
  readonly objects: number | null;
}

/** A notification to be tried, and the address that it would come from. */
export interface NotificationToTry {
  readonly notification: string;
  readonly varbinds: readonly { readonly oid: string; readonly value: string | number }[];
  readonly source: string;
}

/** What a notification would become, and by which rule. */
export interface TriedNotification {
  readonly leads: 'report' | 'resync' | 'ignore' | 'nothing';
  readonly rule: string | null;
  readonly ne: string | null;
  /** Why it leads to nothing. */
  readonly reason: string | null;
  readonly detail: string | null;
  readonly report: {
    readonly object: string;
    readonly alarmId: number;
    readonly state: 'fault' | 'ok';
    readonly severity: Severity | null;
    readonly text: string | null;
  } | null;
}

/** A user of SNMPv3 to be accepted. */
export interface SnmpUserToAdd {
  readonly user: string;
  readonly authProtocol: AuthProtocol;
  readonly authPassword: string;
  readonly privProtocol: PrivProtocol;
  readonly privPassword: string;
}

/** A user of SNMPv3 as it may be shown. */
export interface ListedSnmpUser {
  readonly name: string;
  readonly authProtocol: AuthProtocol;
  readonly privProtocol: PrivProtocol;
  readonly createdBy: string;
  /** False: its keys cannot be read. */
  readonly usable: boolean;
}

/** What a shelf names; what is left out is not named. */
export interface ShelfScope {
  readonly alarmId?: number;
  readonly ne?: string;
  readonly object?: string;
}

/** A shelf to begin now. */
export interface ShelfToAdd extends ShelfScope {
  readonly minutes: number;
  readonly reason: string;
}

/** Which stored reports to study, milliseconds since 1970; the last seven days where nothing is named. */
export interface StudySelection {
  readonly fromAt?: number;
  readonly untilAt?: number;
}

/** What a study of stored reports found, and which reports and which filter it is about. */
export interface ListedStudy<Result> {
  /** The proposed filter, or the one in force that advice compares with. */
  readonly filter: Filter;
  readonly fromAt: number;
  readonly untilAt: number;
  /** From when on all reports are still stored. */
  readonly coveredFromAt: number;
  readonly result: Result;
}

/**
 * What MML commands ask of the system. Expected refusals are answered; a method that throws is answered to the
 * operator as an internal error. `by` is the user who asks. What changes something answers after it is in force.
 */
export interface MmlBackend extends PeopleBackend {
  /** Filters, stored and of the catalogue, whose scope has every member that is named. */
  listFilters(scope: Partial<FilterScope>): Promise<BackendResult<readonly ListedFilter[]>>;
  /** Changes the named members of a scope's filter and keeps the others (see `mergeFilterRule`). */
  setFilter(scope: FilterScope, members: FilterRule, by: string): Promise<BackendResult<void>>;
  /** Removes the stored filter of exactly this scope; `not-found` where there is none. */
  removeFilter(scope: FilterScope, by: string): Promise<BackendResult<void>>;
  /** What `setFilter` with the same members would have made of the stored reports. */
  dryRunFilter(
    scope: FilterScope,
    members: FilterRule,
    selection: StudySelection,
  ): Promise<BackendResult<ListedStudy<DryRunResult>>>;
  /** Windows that suit the stored reports of a scope. */
  adviseFilter(
    scope: FilterScope,
    selection: StudySelection,
  ): Promise<BackendResult<ListedStudy<FilterAdviceResult>>>;
  /** Sets the severity of an alarm type; `not-found` where the catalogue does not have it. */
  setSeverity(alarmId: number, severity: Severity, by: string): Promise<BackendResult<void>>;
  /** Alarms, newest first, so many a page. */
  alarms(selection: AlarmSelection, pageSize: number): Pages<ListedAlarm>;
  /** The same, as a file of this form that is noted in the audit log before the first page. */
  exportAlarms(selection: AlarmSelection, form: 'csv' | 'json', pageSize: number): Pages<ListedAlarm>;
  /** One alarm and why it is there; `not-found` where there is none. */
  explainAlarm(id: string): Promise<BackendResult<ExplainedAlarm>>;
  /** Does one thing to alarms, at most 1,000, each by itself; with `comment` a text must be given. */
  actOnAlarms(
    action: AlarmActionName,
    ids: readonly string[],
    comment: string | undefined,
    by: string,
  ): Promise<BackendResult<readonly ActedAlarm[]>>;
  /** How many alarms were raised, at most so many lines, and from when until when: a day where no beginning is named. */
  countAlarms(by: CountedBy, selection: AlarmSelection, most: number): Promise<AlarmCounts>;
  /** Supervised keys with an open matter, by NE, object and type, so many a page. */
  conditions(selection: ConditionSelection, pageSize: number): Pages<ListedCondition>;
  /** The types of the catalogue as they are in force, or those of them that are named. */
  alarmTypes(alarmIds?: readonly number[]): Promise<readonly ListedAlarmType[]>;
  /** All NEs, or those with this id, by id. */
  listNes(selection: { readonly ne?: string }): Promise<BackendResult<readonly ListedNe[]>>;
  /** One NE; `not-found` where it is not registered. */
  readNe(id: string): Promise<BackendResult<ShownNe>>;
  /** What an SNMP notification would become; `invalid` where it is none. */
  tryNotification(tried: NotificationToTry): Promise<BackendResult<TriedNotification>>;
  /** The users of SNMPv3, by name. */
  listSnmpUsers(): Promise<BackendResult<readonly ListedSnmpUser[]>>;
  /** Accepts a user; `conflict` where its name is taken. */
  addSnmpUser(added: SnmpUserToAdd, by: string): Promise<BackendResult<void>>;
  /** Accepts a user no longer; `not-found` where there is none. */
  removeSnmpUser(name: string): Promise<BackendResult<void>>;
  /** Shelves that are planned or active and name what the scope names. */
  listShelves(scope: ShelfScope): Promise<BackendResult<readonly ListedShelf[]>>;
  /** Takes alarms out of sight from now on. */
  addShelf(added: ShelfToAdd, by: string): Promise<BackendResult<ListedShelf>>;
  /** Ends a shelf, or all that name exactly what the scope names; `not-found` where there is none. */
  endShelves(which: ShelfScope & { readonly id?: string }, by: string): Promise<BackendResult<void>>;
  /** Has an NE tell all its faults; `conflict` where it cannot be asked just now. */
  syncNe(id: string, by: string): Promise<BackendResult<void>>;
  /** Registers an NE; `conflict` where its id is taken. */
  addNe(ne: NetworkElement, by: string): Promise<BackendResult<void>>;
  /** Removes an NE and clears its alarms; `not-found` where it is not registered. */
  removeNe(id: string, by: string): Promise<BackendResult<void>>;
}
