import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type Catalogue,
  DryRun,
  type DryRunResult,
  type Filter,
  FilterAdvice,
  type FilterAdviceResult,
  type FilterBook,
  type FilterScope,
  type KeyEntry,
  type Refusal,
  refusalOfFilter,
  refusalOfScope,
  type StoredFilter,
  type StudiedTime,
  trialFilters,
  windowsToAdvise,
} from '@omc/alarm';
import type { TransitionReader } from '@omc/store';
import { OneAfterTheOther } from './one-after-the-other.js';
import { studiedTime } from './studied-time.js';

/** The result of a study, and which reports and which filter it is about. Instants are milliseconds since 1970. */
export interface Study<Result> {
  readonly refused?: undefined;
  readonly scope: FilterScope;
  /** A dry run's proposed filter, or the one in force that advice compares with. */
  readonly filter: Filter;
  readonly fromAt: number;
  readonly untilAt: number;
  /** From when on all reports are still stored. */
  readonly coveredFromAt: number;
  readonly result: Result;
}

/** What studies need of the OMC. */
export interface StudiesParts {
  readonly catalogue: Catalogue;
  readonly filters: FilterBook;
  readonly transitions: Pick<TransitionReader, 'pages' | 'coveredFrom'>;
  readonly now: () => number;
  /** The most entries of the journal that a study reads. */
  readonly most?: Readonly<Record<StudyKind, number>>;
}

/** Which reports to study: instants in milliseconds since 1970; `gone` ends it when nobody waits any more. */
export interface StudyRequest {
  readonly fromAt: number;
  readonly untilAt: number;
  readonly gone?: AbortSignal;
}

type StudyKind = 'dryRun' | 'advice';

interface Student<Result> {
  take(entry: KeyEntry): void;
  end(): Result;
}

const MOST_WAITING = 16;
const USUAL_MOST = { dryRun: 5_000_000, advice: 1_000_000 };
/** Entries between two turns of the event loop: a few milliseconds, since reports come in meanwhile. */
const SLICE = { dryRun: 1_000, advice: 100 };

/** Studies stored reports: what filters would have made of them. One study at a time, in slices. */
export class FilterStudies {
  readonly #parts: StudiesParts;
  readonly #lane = new OneAfterTheOther();

  constructor(parts: StudiesParts) {
    this.#parts = parts;
  }

  /** What a filter would have done, beside what was done. */
  async dryRun(filter: StoredFilter, request: StudyRequest): Promise<Study<DryRunResult> | Refusal> {
    const { catalogue, filters, now } = this.#parts;
    const refusal = refusalOfFilter(catalogue, filters, filter);
    if (refusal !== undefined) return refusal;
    const time = studiedTime(request.fromAt, request.untilAt, now());
    if ('refused' in time) return time;
    const trial = trialFilters(catalogue, filters, filter);
    const run = new DryRun(time, ({ alarmId, ne, object }) => trial.windowsFor(alarmId, ne, object));
    const { rule: _, ...scope } = filter;
    return await this.#study('dryRun', scope, trial.effective(scope).filter, time, run, request.gone);
  }

  /** Windows that suit the reports of a scope. */
  async advise(scope: FilterScope, request: StudyRequest): Promise<Study<FilterAdviceResult> | Refusal> {
    const { catalogue, filters, now } = this.#parts;
    const refusal = refusalOfScope(catalogue, scope);
    if (refusal !== undefined) return refusal;
    const time = studiedTime(request.fromAt, request.untilAt, now());
    if ('refused' in time) return time;
    const advice = new FilterAdvice(time, windowsToAdvise(catalogue, filters, scope));
    return await this.#study('advice', scope, filters.effective(scope).filter, time, advice, request.gone);
  }

  async #study<Result>(
    kind: StudyKind,
    scope: FilterScope,
    filter: Filter,
    time: StudiedTime,
    student: Student<Result>,
    gone: AbortSignal | undefined,
  ): Promise<Study<Result> | Refusal> {
    if (this.#lane.unfinished >= MOST_WAITING)
      return { refused: 'conflict', reason: 'too many dry runs are waiting; try again later' };
    return await this.#lane.run(async () => {
      const refusal = await this.#read(kind, scope, time, student, gone);
      if (refusal !== undefined) return refusal;
      const covered = await this.#parts.transitions.coveredFrom();
      const { fromAt, untilAt } = time;
      const coveredFromAt = Math.min(untilAt, Math.max(fromAt, covered));
      return { scope, filter, fromAt, untilAt, coveredFromAt, result: student.end() };
    });
  }

  async #read(
    kind: StudyKind,
    scope: FilterScope,
    { readFromAt, untilAt }: StudiedTime,
    student: Student<unknown>,
    gone: AbortSignal | undefined,
  ): Promise<Refusal | undefined> {
    const most = (this.#parts.most ?? USUAL_MOST)[kind];
    const span = { scope, fromAt: readFromAt, untilAt, most: most + 1 };
    let taken = 0;
    for await (const page of this.#parts.transitions.pages(span)) {
      taken += page.length;
      if (taken > most) return tooMuch(most);
      for (let from = 0; from < page.length; from += SLICE[kind]) {
        if (gone?.aborted) return { refused: 'conflict', reason: 'nobody waits for the answer any more' };
        for (const entry of page.slice(from, from + SLICE[kind])) student.take(entry);
        await nextTurn();
      }
    }
    return undefined;
  }
}

function tooMuch(most: number): Refusal {
  const reason = `there are more than ${most.toLocaleString('en')} changes and decisions in that time; take a shorter one, or one NE`;
  return { refused: 'invalid', field: 'from', reason };
}
