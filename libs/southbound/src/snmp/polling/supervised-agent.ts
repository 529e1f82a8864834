import {
  type Beat,
  beat,
  type HeartbeatEffect,
  type HeartbeatInput,
  type HeartbeatSettings,
  type HeartbeatState,
  type LinkCommand,
  type NetworkElement,
  slotOf,
  startHeartbeat,
  TIMEOUT,
} from '@omc/alarm';
import type { LinkStatus } from '../../ne-link/link-status.js';
import type { Sleeper, WakeUps } from '../../wake-ups.js';
import { addressToAsk } from './address-to-ask.js';
import type { AgentDependencies } from './agent-dependencies.js';
import { NO_ANSWER, type SnmpAsker } from './snmp-asker.js';
import type { SnmpTarget } from './snmp-target.js';
import { hasRestarted, type UpTime } from './up-time.js';

/** RFC 3418: sysUpTime. */
const SYS_UP_TIME = '1.3.6.1.2.1.1.3.0';

/** What one agent shares with the others. */
export interface AgentEnvironment extends AgentDependencies {
  readonly asker: SnmpAsker;
  readonly wakeUps: WakeUps;
  tell(command: LinkCommand): void;
  /** Its faults are to be asked for; `restarted`: the agent has forgotten what it reported. */
  resync(ne: NetworkElement, target: SnmpTarget, restarted: boolean): void;
}

/**
 * Supervises one NE by asking its agent for sysUpTime: by the rules of the NE link, with a question that stays unanswered
 * as the missed handshake.
 */
export class SupervisedAgent {
  readonly ne: NetworkElement;
  readonly #environment: AgentEnvironment;
  readonly #settings: HeartbeatSettings;
  #state: HeartbeatState;
  #reason: string | null = null;
  readonly #sleeper: Sleeper = { dueAt: 0, place: -1, wake: () => this.#take({ kind: 'due' }) };
  #target: SnmpTarget | undefined;
  #upTime: UpTime | undefined;
  /** Whether its faults were asked for since it was met. */
  #met = false;
  #ended = false;

  constructor(ne: NetworkElement, disconnected: boolean, environment: AgentEnvironment) {
    this.ne = ne;
    this.#environment = environment;
    const { handshakeIntervalMs, handshakeMisses, reconnectIntervalMs } = environment.settings;
    this.#settings = {
      intervalMs: handshakeIntervalMs,
      misses: handshakeMisses,
      reconnectMs: reconnectIntervalMs,
      slotMs: slotOf(ne.id, handshakeIntervalMs),
    };
    const first = startHeartbeat(this.#settings, disconnected, environment.scheduler.now());
    this.#state = first.state;
    this.#perform(first);
  }

  get status(): LinkStatus {
    const { disconnected, answeredAt, misses } = this.#state;
    const isConnected = answeredAt !== null && !disconnected;
    return {
      state: disconnected ? 'disconnected' : isConnected ? 'connected' : 'connecting',
      lastHandshakeAt: answeredAt,
      misses,
      clockOffsetMs: null,
      reason: this.#reason,
    };
  }

  /** Asks for the agent's faults; false while it does not answer. */
  requestSync(restarted: boolean): boolean {
    if (this.#target === undefined || this.status.state !== 'connected') return false;
    this.#environment.resync(this.ne, this.#target, restarted);
    return true;
  }

  end(): void {
    this.#ended = true;
    this.#environment.wakeUps.drop(this.#sleeper);
  }

  #take(input: HeartbeatInput): void {
    if (this.#ended) return;
    const step = beat(this.#state, input, this.#settings, this.#environment.scheduler.now());
    if (input.kind === 'due' && step.state.misses > this.#state.misses) this.#reason = TIMEOUT;
    this.#perform(step);
  }

  #perform({ state, effects }: Beat): void {
    if (state.answeredAt !== this.#state.answeredAt) this.#reason = null;
    this.#state = state;
    for (const effect of effects) this.#do(effect);
    const { place, dueAt } = this.#sleeper;
    if (place < 0 || dueAt !== this.#state.dueAt)
      this.#environment.wakeUps.set(this.#sleeper, this.#state.dueAt);
  }

  #do(effect: HeartbeatEffect): void {
    const at = this.#environment.scheduler.now();
    const ne = this.ne.id;
    switch (effect.kind) {
      case 'dial':
        this.#await(this.#find());
        break;
      case 'close':
        this.#reason = TIMEOUT;
        break;
      case 'handshake':
        this.#await(this.#ask(effect.handshake));
        break;
      case 'missed':
        this.#environment.tell({ kind: 'link-missed', ne, at: effect.at });
        break;
      case 'answered':
        this.#environment.tell({ kind: 'link-answered', ne, at });
        break;
      case 'disconnected':
        // What it reports meanwhile may be lost on the way.
        this.#met = false;
        this.#environment.tell({
          kind: 'link-disconnected',
          ne,
          faultAt: effect.faultAt,
          at,
          reason: effect.reason,
        });
        break;
      case 'trouble':
        this.#environment.tell({ kind: 'link-trouble', ne, at, reason: effect.reason });
        break;
      case 'reconnected':
        this.#environment.tell({ kind: 'link-reconnected', ne, at });
        break;
    }
  }

  /** What comes of it comes back as an input; that it fails itself would be a fault of the OMC's own. */
  #await(work: Promise<void>): void {
    const { log } = this.#environment;
    work.catch((error: unknown) => log.warn({ ne: this.ne.id, error }, 'the agent could not be asked'));
  }

  /** There is no connection: once the address is known, the agent can be asked. */
  async #find(): Promise<void> {
    const { host, port } = this.ne;
    const found = await addressToAsk(host, port, (address) => this.#environment.mayAsk(address, port));
    if ('reason' in found) return this.#lose(found.reason);
    this.#target = { address: found.address, port, access: this.#environment.credentialsOf(this.ne) };
    this.#take({ kind: 'hello' });
  }

  async #ask(handshake: number): Promise<void> {
    if (this.#target === undefined) return;
    const answer = await this.#environment.asker.get(this.#target, [SYS_UP_TIME]);
    if (this.#ended) return;
    const ticks = answer.ok ? answer.varbinds[0]?.value : undefined;
    if (typeof ticks === 'number') return this.#answered(handshake, ticks);
    const reason = answer.ok ? 'the agent has no sysUpTime' : answer.reason;
    // Unanswered counts when the next is due; what the agent says against it counts at once.
    if (reason !== NO_ANSWER) this.#lose(reason);
  }

  #answered(handshake: number, ticks: number): void {
    this.#take({ kind: 'answer', handshake });
    const upTime = { ticks, at: this.#environment.scheduler.now() };
    const restarted = this.#upTime !== undefined && hasRestarted(this.#upTime, upTime);
    this.#upTime = upTime;
    if (restarted || !this.#met) this.#met = this.requestSync(restarted);
  }

  #lose(reason: string): void {
    this.#reason = reason;
    this.#take({ kind: 'failure', reason });
  }
}
