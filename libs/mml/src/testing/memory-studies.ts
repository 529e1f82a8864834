import {
  DryRun,
  type DryRunResult,
  type Filter,
  FilterAdvice,
  type FilterAdviceResult,
  FilterBook,
  type FilterRule,
  type KeyEntry,
  windowsOf,
  windowsToAdvise,
} from '@omc/alarm';
import type { ListedStudy } from '../backend.js';

const HOUR_MS = 3_600_000;

/** Studies a list of entries as the system does, over one hour. */
export class MemoryStudies {
  entries: readonly KeyEntry[] = [];
  coveredFromAt = Number.NEGATIVE_INFINITY;
  readonly fromAt = Date.UTC(2026, 10, 23, 13);

  dryRun(filter: Filter): ListedStudy<DryRunResult> {
    return this.#studied(filter, new DryRun(this.#time, () => windowsOf(filter)));
  }

  advise(alarmId: number, filter: Filter): ListedStudy<FilterAdviceResult> {
    const rule: FilterRule = filter;
    const book = new FilterBook(new Map(), [{ alarmId, rule }]);
    return this.#studied(filter, new FilterAdvice(this.#time, windowsToAdvise(new Map(), book, { alarmId })));
  }

  get #time() {
    return { readFromAt: this.fromAt - HOUR_MS, fromAt: this.fromAt, untilAt: this.fromAt + HOUR_MS };
  }

  #studied<Result>(
    filter: Filter,
    student: { take(entry: KeyEntry): void; end(): Result },
  ): ListedStudy<Result> {
    for (const entry of this.entries) student.take(entry);
    const { fromAt, untilAt } = this.#time;
    return { filter, fromAt, untilAt, coveredFromAt: this.coveredFromAt, result: student.end() };
  }
}
