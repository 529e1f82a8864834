import { type Command, type Submission, severities } from '@omc/alarm';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type Observable, tap } from 'rxjs';
import type { DecidedBatch } from '../pipeline/decided.js';

/** What a scrape reads from the rest of the house at that moment. */
export interface Gauges {
  readonly activeBySeverity: () => Readonly<Record<string, number>>;
  readonly pending: () => { readonly raise: number; readonly clear: number };
  readonly links: () => Readonly<Record<string, number>>;
  readonly queues: () => Readonly<Record<string, number>>;
  /** SNMP notifications by what became of them, `received` all of them. */
  readonly traps: () => Readonly<Record<string, number>>;
  readonly trapKernelDrops: () => Promise<number>;
  readonly trapMapFaults: () => number;
}

/** The figures of this process for Prometheus. */
export class Metrics {
  readonly registry = new Registry();
  readonly #reports = new Counter({
    name: 'omc_reports_total',
    help: 'Raw reports received, by way in',
    labelNames: ['source'],
    registers: [this.registry],
  });
  readonly rejected: Counter<'source' | 'reason'>;
  readonly #changes = new Counter({
    name: 'omc_alarm_changes_total',
    help: 'Changes of alarms, by kind',
    labelNames: ['kind'],
    registers: [this.registry],
  });
  readonly #lateness = new Histogram({
    name: 'omc_decision_lateness_seconds',
    help: 'From the instant at which a decision fell due to its publication',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [this.registry],
  });
  readonly #batchReports = new Histogram({
    name: 'omc_batch_commands',
    help: 'Commands in a batch of the writer',
    buckets: [1, 2, 5, 10, 50, 100, 500, 1000, 5000],
    registers: [this.registry],
  });

  constructor(gauges: Gauges) {
    this.rejected = this.#rejectedCounter(gauges);
    collectDefaultMetrics({ register: this.registry });
    this.#gauge('omc_active_alarms', 'Active alarms', 'severity', () => ({
      ...Object.fromEntries(severities.map((name) => [name, 0])),
      ...gauges.activeBySeverity(),
    }));
    this.#gauge('omc_pending', 'Keys in a window', 'phase', () => {
      const { raise, clear } = gauges.pending();
      return { 'pending-raise': raise, 'pending-clear': clear };
    });
    this.#gauge('omc_links', 'NE links', 'state', gauges.links);
    this.#gauge('omc_queue_depth', 'Waiting in a queue', 'queue', gauges.queues);
    this.#gauge('omc_snmp_notifications', 'SNMP notifications since the start', 'outcome', gauges.traps);
    this.#figure('omc_trap_map_faults', 'What is wrong with the file of trap mappings', gauges.trapMapFaults);
  }

  /** The same submissions, with the reports in them counted for their source. */
  counting(source: string, submissions$: Observable<Submission>): Observable<Submission> {
    return submissions$.pipe(tap(({ command }) => this.#reports.inc({ source }, reportsIn(command))));
  }

  /** Counts what a committed batch brought. */
  follow({ changes, dueInstants, answers, tally }: DecidedBatch, now: number): void {
    for (const { kind } of changes) this.#changes.inc({ kind });
    for (const dueAt of dueInstants) this.#lateness.observe(Math.max(0, now - dueAt) / 1000);
    this.#batchReports.observe(answers.length);
    for (const [reason, count] of tally)
      if (reason !== 'heard') this.rejected.inc({ source: 'writer', reason }, count);
  }

  /** What the kernel dropped unread is known when it is asked, which is at a scrape. */
  #rejectedCounter({ trapKernelDrops }: Gauges): Counter<'source' | 'reason'> {
    let counted = 0;
    return new Counter({
      name: 'omc_rejected_total',
      help: 'What came in and was not processed, by way in and reason',
      labelNames: ['source', 'reason'],
      registers: [this.registry],
      async collect() {
        const dropped = await trapKernelDrops();
        this.inc({ source: 'snmp', reason: 'kernel-drop' }, Math.max(0, dropped - counted));
        counted = Math.max(counted, dropped);
      },
    });
  }

  #figure(name: string, help: string, read: () => number | Promise<number>): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        this.set(await read());
      },
    });
  }

  #gauge(name: string, help: string, label: string, read: () => Readonly<Record<string, number>>): void {
    new Gauge({
      name,
      help,
      labelNames: [label],
      registers: [this.registry],
      collect() {
        for (const [value, count] of Object.entries(read())) this.set({ [label]: value }, count);
      },
    });
  }
}

function reportsIn(command: Command): number {
  if (command.kind === 'link-events') return command.events.length;
  return command.kind === 'report' ? 1 : 0;
}
