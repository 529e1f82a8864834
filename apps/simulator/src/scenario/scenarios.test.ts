import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { planNetwork } from '../network/plan-network.js';
import { simulateFaults } from '../physics/simulate-faults.js';
import { readScenario } from './read-scenario.js';
import { scenarioFaults } from './scenario-faults.js';

const folder = fileURLToPath(new URL('../../scenarios/', import.meta.url));

it.each(readdirSync(folder))('%s can be played, and ends as it began', (file) => {
  const read = readScenario(readFileSync(`${folder}${file}`, 'utf8'));
  const { network } = read.scenario;
  const plan = planNetwork({ ...network, base: '127.1.0.0', port: 9001 });
  const faults = scenarioFaults(read, plan, network.seed);
  const { happenings, truth } = simulateFaults(plan, faults, network.seed);
  expect(happenings.length).toBeGreaterThan(0);
  expect(truth.filter(({ until }) => until === null)).toEqual([]);
  const causes = new Set(truth.flatMap((record) => record.causes));
  expect(faults.map(({ id }) => id).filter((id) => !causes.has(id))).toEqual([]);
});
