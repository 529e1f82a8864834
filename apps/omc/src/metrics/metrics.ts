import { severities } from '@omc/alarm';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Ledger } from '../ledger/ledger.js';
import type { DecidedBatch } from '../pipeline/decided.js';
import { countReports } from './count-reports.js';

/** What a scrape reads from the rest of the house at that moment. */
export interface Gauges {
  readonly ledger: Ledger;
  readonly activeBySeverity: () => Readonly<Record<string, number>>;
  readonly pending: () => { readonly raise: number; readonly clear: number };
  readonly links: () => Readonly<Record<string, number>>;
  readonly queues: () => Readonly<Record<string, number>>;
  /** SNMP notifications by what became of them, `received` all of them. */
  readonly traps: () => Readonly<Record<string, number>>;
  /** Has the ledger count what the kernel dropped by now. */
  readonly readDrops: () => Promise<void>;
  readonly nes: () => number;
  /** Shelves in force, and of these the ones that end soon. */
  readonly shelves: () => Readonly<Record<string, number>>;
  readonly shelvedAlarms: () => number;
  /** What of the database the OMC could have: 1 where it has it. */
  readonly database: () => Readonly<Record<string, number>>;
  readonly ready: () => number;
  readonly troubles: () => Readonly<Record<string, number>>;
  readonly trapMapFaults: () => number;
  readonly passwordChecks: () => number;
}

/** A request as the metrics know it: `route` is one of few. */
export interface AnsweredRequest {
  readonly method: string;
  readonly route: string;
  readonly status: number;
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** The figures of this process for Prometheus. */
export class Metrics {
  readonly registry = new Registry();
  /** Asked at each scrape; the live stream says how many clients it has once it is there. */
  liveClients: () => number = () => 0;
  /** The same of MML over TCP: users who are logged in. */
  mmlSessions: () => number = () => 0;
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
  readonly #commits = new Histogram({
    name: 'omc_commit_seconds',
    help: 'How long the commit of a batch took, tries included',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 10],
    registers: [this.registry],
  });
  readonly #batchJournal = new Counter({
    name: 'omc_journal_entries_total',
    help: 'Entries written to the journal',
    registers: [this.registry],
  });
  readonly #batchReports = new Histogram({
    name: 'omc_batch_commands',
    help: 'Commands in a batch of the writer',
    buckets: [1, 2, 5, 10, 50, 100, 500, 1000, 5000],
    registers: [this.registry],
  });

  readonly #requests = new Histogram({
    name: 'omc_http_request_duration_seconds',
    help: 'From a request to the end of its answer, by method, route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [this.registry],
  });

  constructor(gauges: Gauges) {
    collectDefaultMetrics({ register: this.registry });
    countReports(this.registry, gauges.ledger, gauges.readDrops);
    this.#gauge('omc_active_alarms', 'Active alarms', 'severity', () => ({
      ...Object.fromEntries(severities.map((name) => [name, 0])),
      ...gauges.activeBySeverity(),
    }));
    this.#gauge('omc_pending', 'Keys in a window', 'phase', () => {
      const { raise, clear } = gauges.pending();
      return { 'pending-raise': raise, 'pending-clear': clear };
    });
    this.#gauge('omc_links', 'NE links', 'state', gauges.links);
    this.#figure('omc_live_clients', 'Clients of the live stream that are connected', () =>
      this.liveClients(),
    );
    this.#figure('omc_mml_sessions', 'Users who are logged in by MML over TCP', () => this.mmlSessions());
    this.#gauge('omc_shelves', 'Shelves', 'state', gauges.shelves);
    this.#figure('omc_shelved_alarms', 'Active alarms that a shelf hides', gauges.shelvedAlarms);
    this.#gauge('omc_database_offers', 'What the OMC has of the database: 1 or 0', 'what', gauges.database);
    this.#figure('omc_nes', 'Registered NEs', gauges.nes);
    this.#figure('omc_ready', '1 while /readyz says ok, else 0', gauges.ready);
    this.#gauge('omc_troubles', 'What the OMC is short of: 1 while it is', 'trouble', gauges.troubles);
    this.#gauge('omc_queue_depth', 'Waiting in a queue', 'queue', gauges.queues);
    this.#gauge('omc_snmp_notifications', 'SNMP notifications since the start', 'outcome', gauges.traps);
    this.#figure('omc_password_checks', 'Passwords checked since the start', gauges.passwordChecks);
    this.#figure('omc_trap_map_faults', 'What is wrong with the file of trap mappings', gauges.trapMapFaults);
  }

  /** Counts what a committed batch brought. */
  follow({ changes, dueInstants, answers }: DecidedBatch, now: number): void {
    for (const { kind } of changes) this.#changes.inc({ kind });
    for (const dueAt of dueInstants) this.#lateness.observe(Math.max(0, now - dueAt) / 1000);
    this.#batchReports.observe(answers.length);
  }

  /** Counts a commit and how long it took. */
  committed(seconds: number, journalEntries: number): void {
    this.#commits.observe(seconds);
    this.#batchJournal.inc(journalEntries);
  }

  /** Counts a request that was answered. */
  request({ method, route, status }: AnsweredRequest, seconds: number): void {
    this.#requests.observe({ method: METHODS.has(method) ? method : 'other', route, status }, seconds);
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
