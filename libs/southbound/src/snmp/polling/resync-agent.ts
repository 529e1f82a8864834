import type { LinkCommand, NetworkElement } from '@omc/alarm';
import { readActiveAlarms } from './active-alarm-table.js';
import type { ResyncDependencies } from './agent-dependencies.js';
import { agentFaults } from './agent-faults.js';
import { NO_ANSWER, type SnmpAsker } from './snmp-asker.js';
import type { SnmpTarget } from './snmp-target.js';

/** Interfaces go by linkDown and linkUp: agents seldom list them. */
const INTERFACE_DOWN = 90010;

/** The command that reconciles an agent's faults, or why there is none; to be tried again where it was not `answered`. */
export type ResyncOutcome =
  | Extract<LinkCommand, { kind: 'agent-sync' }>
  | { readonly reason: string; readonly answered: boolean };

/**
 * Asks an agent for all its faults: the command that reconciles them, or why there is none. Where it lists none, those of
 * an agent that has restarted are over if the NE is set so.
 */
export async function resyncAgent(
  ne: NetworkElement,
  target: SnmpTarget,
  restarted: boolean,
  environment: ResyncDependencies & { readonly asker: Pick<SnmpAsker, 'get' | 'getBulk'> },
): Promise<ResyncOutcome> {
  const { scheduler } = environment;
  const askedAt = scheduler.now();
  const table = await readActiveAlarms(environment.asker, target);
  if (!table.ok) return { reason: table.reason, answered: table.reason !== NO_ANSWER };
  const at = scheduler.now();
  if (table.rows === undefined) {
    if (restarted && ne.snmp?.onRestart === 'clear')
      return { kind: 'agent-sync', ne: ne.id, faults: [], spared: [], askedAt, at };
    return { reason: 'the agent has no table of active alarms', answered: true };
  }
  const faults = agentFaults(ne.id, table.rows, at, environment);
  const spared = faults.some(({ alarmId }) => alarmId === INTERFACE_DOWN) ? [] : [INTERFACE_DOWN];
  return { kind: 'agent-sync', ne: ne.id, faults, spared, askedAt, at };
}
