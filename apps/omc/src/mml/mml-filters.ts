import type { Actor, FilterRule, FilterScope, Refusal, Severity } from '@omc/alarm';
import { type BackendResult, type ListedFilter, mergeFilterRule, type StudySelection } from '@omc/mml';
import type { Omc } from '../omc.js';
import type { Study, StudyRequest } from '../studies/filter-studies.js';
import { resultOf } from './results.js';

/** Seven days. */
const USUALLY_STUDIED_MS = 7 * 86_400_000;

/** Hold-off filters and severities as MML asks for them. */
export class MmlFilters {
  readonly #omc: Omc;
  readonly #actor: Actor;

  constructor(omc: Omc, actor: Actor) {
    this.#omc = omc;
    this.#actor = actor;
  }

  list(wanted: Partial<FilterScope>): BackendResult<readonly ListedFilter[]> {
    const { writer, office } = this.#omc;
    const sees = (ne: string) => office.includes(this.#actor.scope, ne);
    const value = writer.filters
      .list()
      .filter((scope) => isWithin(scope, wanted) && (scope.ne === undefined || sees(scope.ne)))
      .map(({ alarmId, ne, object, filter, origin }) => ({
        alarmId,
        ne: ne ?? null,
        object: object ?? null,
        ...filter,
        origin,
      }));
    return { ok: true, value };
  }

  async set(scope: FilterScope, members: FilterRule, by: string): Promise<BackendResult<void>> {
    const filter = { ...scope, rule: this.#ruleWith(scope, members) };
    return resultOf(await this.#omc.do({ kind: 'set-filter', filter, by }, this.#actor));
  }

  async remove(scope: FilterScope, by: string): Promise<BackendResult<void>> {
    return resultOf(await this.#omc.do({ kind: 'remove-filter', scope, by }, this.#actor));
  }

  async setSeverity(alarmId: number, severity: Severity, by: string): Promise<BackendResult<void>> {
    const command = { kind: 'change-alarm-type', alarmId, change: { severity }, by } as const;
    return resultOf(await this.#omc.do(command, this.#actor));
  }

  async dryRun(scope: FilterScope, members: FilterRule, selection: StudySelection) {
    const refusal = this.#omc.office.refusalBeyond(this.#actor.scope, scope.ne);
    if (refusal !== undefined) return { ok: false as const, ...refusal };
    const filter = { ...scope, rule: this.#ruleWith(scope, members) };
    return answered(await this.#omc.studies.dryRun(filter, this.#timeOf(selection)));
  }

  async advise(scope: FilterScope, selection: StudySelection) {
    const refusal = this.#omc.office.refusalBeyond(this.#actor.scope, scope.ne);
    if (refusal !== undefined) return { ok: false as const, ...refusal };
    return answered(await this.#omc.studies.advise(scope, this.#timeOf(selection)));
  }

  #ruleWith(scope: FilterScope, members: FilterRule): FilterRule {
    return mergeFilterRule(this.#omc.writer.filters.ruleOf(scope) ?? {}, members);
  }

  /** What is still to come does not count: the last days before a later end are those before now. */
  #timeOf({ fromAt, untilAt = this.#omc.now() }: StudySelection): StudyRequest {
    if (fromAt !== undefined) return { fromAt, untilAt };
    const end = Math.min(untilAt, this.#omc.now());
    return { fromAt: end - USUALLY_STUDIED_MS, untilAt: end };
  }
}

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
