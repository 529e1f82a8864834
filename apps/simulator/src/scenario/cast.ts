import { readFile } from 'node:fs/promises';
import type { NetworkPlan, NetworkSettings } from '../network/network-plan.js';
import { planNetwork } from '../network/plan-network.js';
import type { PhysicalFault } from '../physics/physical-fault.js';
import { randomFaults } from '../physics/random-faults.js';
import { readScenario } from './read-scenario.js';
import type { ScenarioOptions } from './scenario-command-line.js';
import { ScenarioError } from './scenario-error.js';
import { scenarioFaults } from './scenario-faults.js';

/** A network and the faults that are going to befall it. */
export interface Cast {
  readonly title: string;
  readonly settings: NetworkSettings;
  readonly plan: NetworkPlan;
  readonly faults: readonly PhysicalFault[];
}

/** The network and the faults of a file, or by chance. Rejects with ScenarioError or RangeError. */
export async function castOf(file: string | undefined, options: ScenarioOptions): Promise<Cast> {
  const { random } = options;
  if ((file === undefined) === (random === undefined))
    throw new ScenarioError('name a file, or --random with a seed');
  if (file !== undefined) return await castFromFile(file, options);
  const { nes = 50, cells = 3, seed = random ?? 1, base, port } = options;
  const settings = { nes, cells, seed, base, port };
  const plan = planNetwork(settings);
  const faults = randomFaults(plan, random ?? 1, options.faults);
  return { title: `${faults.length} faults by chance, seed ${random}`, settings, plan, faults };
}

async function castFromFile(file: string, options: ScenarioOptions): Promise<Cast> {
  try {
    const read = readScenario(await contentOf(file));
    const { title, network } = read.scenario;
    const { nes = network.nes, cells = network.cells, seed = network.seed, base, port } = options;
    const settings = { nes, cells, seed, base, port };
    const plan = planNetwork(settings);
    return { title, settings, plan, faults: scenarioFaults(read, plan, seed) };
  } catch (error) {
    if (error instanceof ScenarioError)
      throw new ScenarioError(`${file}: ${error.message}`, { cause: error });
    throw error;
  }
}

async function contentOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ScenarioError(`cannot be read: ${reason}`, { cause: error });
  }
}
