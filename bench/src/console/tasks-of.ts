import { type Percentiles, percentilesOf } from '../measure/percentiles.js';
import { rounded } from '../measure/rounded.js';

/** An event of Chromium's trace; times are microseconds. `tdur` is processor time of the thread. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** What a trace tells of a page's main thread. */
export interface TracedTasks {
  /** Tasks by the processor time that they took, ms; in the meantime nothing answers. Those below 1 ms are left out. */
  readonly taskMs: Percentiles;
  /** Above 50 ms. */
  readonly longTasks: number;
  /** The most costly kinds of work, ms in all. */
  readonly work: Readonly<Record<string, number>>;
}

/** The categories of events that this reads. */
export const TRACED = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel'];

/** Reads what the busiest page's main thread did out of a trace. */
export function tasksOf(trace: Buffer): TracedTasks {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
  const threads = traceEvents.filter(
    ({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain',
  );
  const byThread = threads.map(({ pid, tid }) =>
    traceEvents.filter((each) => each.pid === pid && each.tid === tid),
  );
  const events = byThread.sort((a, b) => b.length - a.length)[0] ?? [];
  const complete = events.filter(({ ph }) => ph === 'X');
  const tasks = complete.flatMap(({ name, tdur = 0 }) => (name === 'RunTask' ? [tdur / 1000] : []));
  const work = new Map<string, number>();
  for (const { name, tdur = 0 } of complete) work.set(name, (work.get(name) ?? 0) + tdur / 1000);
  return {
    taskMs: percentilesOf(tasks.filter((ms) => ms >= 1)),
    longTasks: tasks.filter((ms) => ms > 50).length,
    work: Object.fromEntries(
      [...work]
        .sort(([, a], [, b]) => b - a)
        .slice(0, 12)
        .map(([name, ms]) => [name, rounded(ms)]),
    ),
  };
}
