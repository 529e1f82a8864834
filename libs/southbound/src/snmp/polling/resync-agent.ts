import type { LinkCommand, NetworkElement } from '@omc/alarm';
import { readActiveAlarms } from './active-alarm-table.js';
import type { AgentDependencies } from './agent-dependencies.js';
import { agentFaults } from './agent-faults.js';
import type { SnmpAsker } from './snmp-asker.js';
import type { SnmpTarget } from './snmp-target.js';

/** Interfaces go by linkDown and linkUp: agents seldom list them. */
const INTERFACE_DOWN = 90010;

/**
 * Asks an agent for all its faults: the command that reconciles them, or why there is none. Where it lists none, those of
 * an agent that has restarted are over if the NE is set so.
 */
export async function resyncAgent(
  ne: NetworkElement,
  target: SnmpTarget,
  restarted: boolean,
  environment: AgentDependencies & { readonly asker: SnmpAsker },
): Promise<LinkCommand | { readonly reason: string }> {
  const { scheduler } = environment;
  const askedAt = scheduler.now();
  const table = await readActiveAlarms(environment.asker, target);
  if (!table.ok) return table;
  const at = scheduler.now();
  if (table.rows === undefined) {
    if (restarted && ne.snmp?.onRestart === 'clear')
      return { kind: 'agent-sync', ne: ne.id, faults: [], spared: [], askedAt, at };
    return { reason: 'the agent has no table of active alarms' };
  }
  const faults = agentFaults(ne.id, table.rows, at, environment);
  const spared = faults.some(({ alarmId }) => alarmId === INTERFACE_DOWN) ? [] : [INTERFACE_DOWN];
  return { kind: 'agent-sync', ne: ne.id, faults, spared, askedAt, at };
}
