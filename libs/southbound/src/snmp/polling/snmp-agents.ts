import { type LinkCommand, type NetworkElement, type Submission, submissionOf } from '@omc/alarm';
import { type Observable, Subject } from 'rxjs';
import { DialPacer } from '../../dial-pacer.js';
import type { LinkCounts, LinkStatus } from '../../ne-link/link-status.js';
import { WakeUps } from '../../wake-ups.js';
import type { AgentDependencies } from './agent-dependencies.js';
import { SnmpAsker } from './snmp-asker.js';
import { type AgentEnvironment, SupervisedAgent } from './supervised-agent.js';

/** How long an answer is waited for before the question is sent again; less where handshakes are close together. */
const TRY_MS = 2_000;
/** Three tries must fit between two handshakes. */
const TRIES_PER_INTERVAL = 4;

/** The NEs of kind `snmp`: asked for a sign of life, and for their faults. */
export class SnmpAgents {
  readonly #agents = new Map<string, SupervisedAgent>();
  readonly #asker: SnmpAsker;
  readonly #environment: AgentEnvironment;
  readonly #submissions = new Subject<Submission>();
  #closed = false;

  constructor(dependencies: AgentDependencies) {
    const { scheduler, settings, users, log } = dependencies;
    const tryMs = Math.min(TRY_MS, settings.handshakeIntervalMs / TRIES_PER_INTERVAL);
    this.#asker = new SnmpAsker({ scheduler, users, tryMs, log });
    this.#environment = {
      ...dependencies,
      asker: this.#asker,
      pacer: new DialPacer(settings.dialsPerSecond, scheduler),
      wakeUps: new WakeUps(scheduler),
      tell: (command) => this.#tell(command),
    };
  }

  /** What becomes of them, for the single writer. Subscribe before the first NE is added. */
  get submissions$(): Observable<Submission> {
    return this.#submissions.asObservable();
  }

  /** Begins to supervise an NE; one of another kind, or one that is there already, is left alone. */
  add(ne: NetworkElement): void {
    if (ne.kind !== 'snmp' || this.#closed || this.#agents.has(ne.id)) return;
    if (this.#environment.isSupervised(ne.id)) return;
    this.#agents.set(
      ne.id,
      new SupervisedAgent(ne, this.#environment.isDisconnected(ne.id), this.#environment),
    );
  }

  /** Begins anew with an NE as it is set now. */
  change(ne: NetworkElement): void {
    this.remove(ne.id);
    this.add(ne);
  }

  /** Supervises an NE no longer. */
  remove(id: string): void {
    this.#agents.get(id)?.end();
    this.#agents.delete(id);
  }

  /** Asks an NE for its faults now; false where it does not answer. `restarted`: it says that it started anew. */
  sync(id: string, restarted = false): boolean {
    return this.#agents.get(id)?.requestSync(restarted) ?? false;
  }

  /** How an NE stands; undefined where it is not supervised here. */
  statusOf(id: string): LinkStatus | undefined {
    return this.#agents.get(id)?.status;
  }

  /** How many NEs are in each state. */
  counts(): LinkCounts {
    const counts = { connecting: 0, connected: 0, disconnected: 0 };
    for (const agent of this.#agents.values()) counts[agent.status.state]++;
    return counts;
  }

  close(): void {
    this.#closed = true;
    for (const id of [...this.#agents.keys()]) this.remove(id);
    this.#environment.wakeUps.close();
    this.#environment.pacer.close();
    this.#asker.close();
    this.#submissions.complete();
  }

  #tell(command: LinkCommand): void {
    const submission = submissionOf(command);
    submission.committed.catch((error: unknown) =>
      this.#environment.log.warn(
        { ne: command.ne, kind: command.kind, error },
        'state of an SNMP agent not stored',
      ),
    );
    this.#submissions.next(submission);
  }
}
