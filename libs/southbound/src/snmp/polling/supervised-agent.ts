import type { LinkCommand, NetworkElement } from '@omc/alarm';
import type { DialPacer } from '../../dial-pacer.js';
import type { LinkStatus } from '../../ne-link/link-status.js';
import { Supervision } from '../../supervision.js';
import type { WakeUps } from '../../wake-ups.js';
import { addressToAsk } from './address-to-ask.js';
import type { AgentDependencies } from './agent-dependencies.js';
import { AgentResync } from './agent-resync.js';
import { NO_ANSWER, type SnmpAsker } from './snmp-asker.js';
import type { SnmpTarget } from './snmp-target.js';
import { hasRestarted, type UpTime } from './up-time.js';

/** RFC 3418: sysUpTime. */
const SYS_UP_TIME = '1.3.6.1.2.1.1.3.0';

/** What one agent shares with the others. */
export interface AgentEnvironment extends AgentDependencies {
  readonly asker: Pick<SnmpAsker, 'get' | 'getBulk'>;
  readonly pacer: DialPacer;
  readonly wakeUps: WakeUps;
  tell(command: LinkCommand): void;
}

/** Keeps in touch with one NE by asking its agent for sysUpTime: a question that stays unanswered is a missed handshake. */
export class SupervisedAgent {
  readonly #ne: NetworkElement;
  readonly #environment: AgentEnvironment;
  readonly #supervision: Supervision;
  readonly #resync: AgentResync;
  #target: SnmpTarget | undefined;
  #upTime: UpTime | undefined;
  /** Its faults are still to be asked for, by the next answer; `restarted`: it has forgotten what it reported. */
  #owed: { readonly restarted: boolean } | undefined = { restarted: false };

  /** Asks as soon as it is its turn. */
  constructor(ne: NetworkElement, disconnected: boolean, environment: AgentEnvironment) {
    this.#ne = ne;
    this.#environment = environment;
    this.#resync = new AgentResync(ne, environment, (restarted) => this.#owe(restarted));
    this.#supervision = new Supervision(ne, disconnected, environment, {
      dial: () => this.#await(this.#find()),
      hangUp: () => undefined,
      handshake: (handshake) => this.#await(this.#ask(handshake)),
      reconnected: () => this.#reconnected(),
      tell: (command) => environment.tell(command),
      isUnread: () => false,
      moved: () => undefined,
    });
    this.#supervision.begin();
  }

  get status(): LinkStatus {
    const { disconnected, answeredAt, misses } = this.#supervision.state;
    const isConnected = answeredAt !== null && !disconnected;
    return {
      state: disconnected ? 'disconnected' : isConnected ? 'connected' : 'connecting',
      lastHandshakeAt: answeredAt,
      misses,
      clockOffsetMs: null,
      reason: this.#supervision.reason,
    };
  }

  /** Asks for the agent's faults; false while it does not answer. */
  requestSync(restarted: boolean): boolean {
    if (this.#target === undefined || this.status.state !== 'connected') return false;
    this.#resync.request(this.#target, restarted);
    return true;
  }

  end(): void {
    this.#supervision.end();
    this.#resync.end();
  }

  /** What it reported meanwhile may have been lost on the way. */
  #reconnected(): void {
    this.#owe(false);
    this.#environment.tell({
      kind: 'link-reconnected',
      ne: this.#ne.id,
      at: this.#environment.scheduler.now(),
    });
  }

  #owe(restarted: boolean): void {
    this.#owed = { restarted: restarted || this.#owed?.restarted === true };
  }

  /** What comes of it comes back as an input; that it fails itself would be a fault of the OMC's own. */
  #await(work: Promise<void>): void {
    const { log } = this.#environment;
    work.catch((error: unknown) => log.warn({ ne: this.#ne.id, error }, 'the agent could not be asked'));
  }

  /** There is no connection: once the address is known, the agent can be asked. */
  async #find(): Promise<void> {
    const { host, port } = this.#ne;
    const found = await addressToAsk(host, port, (address) => this.#environment.mayAsk(address, port));
    if ('reason' in found) return this.#supervision.fail(found.reason);
    this.#target = { address: found.address, port, access: this.#environment.credentialsOf(this.#ne) };
    this.#supervision.take({ kind: 'hello' });
  }

  async #ask(handshake: number): Promise<void> {
    if (this.#target === undefined) return;
    const answer = await this.#environment.asker.get(this.#target, [SYS_UP_TIME]);
    if (this.#supervision.ended) return;
    const ticks = answer.ok ? answer.varbinds[0]?.value : undefined;
    if (typeof ticks === 'number') return this.#answered(handshake, ticks);
    const reason = answer.ok ? 'the agent has no sysUpTime' : answer.reason;
    // Unanswered counts when the next is due; what the agent says against it counts at once.
    if (reason !== NO_ANSWER) this.#supervision.fail(reason);
  }

  #answered(handshake: number, ticks: number): void {
    this.#supervision.take({ kind: 'answer', handshake });
    const upTime = { ticks, at: this.#environment.scheduler.now() };
    if (this.#upTime !== undefined && hasRestarted(this.#upTime, upTime)) this.#owe(true);
    this.#upTime = upTime;
    if (this.#owed !== undefined && this.requestSync(this.#owed.restarted)) this.#owed = undefined;
  }
}
