import { constants, type PerformanceEntry, PerformanceObserver } from 'node:perf_hooks';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';

const MOST_GARBAGE_BYTES = 128 * 1024 * 1024;
const LEAST_PERCENT = 25;
const MOST_PERCENT = 300;

/**
 * Has the heap collected when it has grown by about 128 MiB since the last time, or by a quarter where it is large. By
 * itself V8 lets a heap grow to a multiple of what is alive, which is cheap while that is little and takes hundreds of
 * megabytes when a million keys wait. Measured by `npm run bench -- keys` and `ingest`.
 */
export function boundHeapGrowth(): void {
  const observer = new PerformanceObserver((list) => {
    if (list.getEntries().some(isMajor)) setFlagsFromString(`--heap-growing-percent=${growthPercent()}`);
  });
  observer.observe({ entryTypes: ['gc'] });
}

/** Right after a collection: what is used then is alive. */
function growthPercent(): number {
  const percent = Math.round((100 * MOST_GARBAGE_BYTES) / getHeapStatistics().used_heap_size);
  return Math.min(Math.max(percent, LEAST_PERCENT), MOST_PERCENT);
}

/** Node.js tells the kind of a collection beside what the type of an entry has. */
function isMajor(entry: PerformanceEntry & { readonly detail?: { readonly kind?: number } }): boolean {
  return entry.detail?.kind === constants.NODE_PERFORMANCE_GC_MAJOR;
}
