import type { NetworkElement } from '@omc/alarm';
import type { ResyncDependencies } from './agent-dependencies.js';
import { type ResyncOutcome, resyncAgent } from './resync-agent.js';
import type { SnmpAsker } from './snmp-asker.js';
import type { SnmpTarget } from './snmp-target.js';

/** What asking for all faults needs. */
export interface ResyncEnvironment extends ResyncDependencies {
  readonly asker: Pick<SnmpAsker, 'get' | 'getBulk'>;
  tell(command: Extract<ResyncOutcome, { kind: string }>): void;
}

interface Wanted {
  readonly target: SnmpTarget;
  readonly restarted: boolean;
}

/** Asks one agent for all its faults: one time after the other, since what is asked for meanwhile may be newer. */
export class AgentResync {
  readonly #ne: NetworkElement;
  readonly #environment: ResyncEnvironment;
  readonly #unanswered: (restarted: boolean) => void;
  #wanted: Wanted | undefined;
  #underWay = false;
  #ended = false;

  /** @param unanswered the agent fell silent meanwhile: it is still to be asked. */
  constructor(ne: NetworkElement, environment: ResyncEnvironment, unanswered: (restarted: boolean) => void) {
    this.#ne = ne;
    this.#environment = environment;
    this.#unanswered = unanswered;
  }

  /** Asks now, or once more when what is under way is through. `restarted`: it has forgotten what it reported. */
  request(target: SnmpTarget, restarted: boolean): void {
    this.#wanted = { target, restarted: restarted || this.#wanted?.restarted === true };
    if (!this.#underWay) this.#next();
  }

  /** What is under way leads to nothing. */
  end(): void {
    this.#ended = true;
  }

  #next(): void {
    const wanted = this.#wanted;
    if (wanted === undefined || this.#ended) return;
    this.#wanted = undefined;
    this.#underWay = true;
    resyncAgent(this.#ne, wanted.target, wanted.restarted, this.#environment)
      .then((outcome) => this.#take(outcome, wanted))
      .catch((error: unknown) => this.#environment.log.warn({ ne: this.#ne.id, error }, 're-sync failed'))
      .finally(() => {
        this.#underWay = false;
        this.#next();
      });
  }

  #take(outcome: ResyncOutcome, { restarted }: Wanted): void {
    if (this.#ended) return;
    if ('kind' in outcome) return this.#environment.tell(outcome);
    this.#environment.log.info({ ne: this.#ne.id, reason: outcome.reason }, 'no re-sync');
    if (!outcome.answered) this.#unanswered(restarted);
  }
}
