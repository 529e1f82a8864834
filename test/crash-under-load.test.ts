import { makeOmc } from '@omc/harness';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Chaos, disturbances } from './chaos/chaos.js';
import { Scene } from './chaos/scene.js';

/** How many disturbances (about five seconds each); all is compared after every ten. */
const ROUNDS = Number(process.env['OMC_CRASH_ROUNDS'] ?? disturbances.length + 1);
const ROUNDS_A_LAP = 10;
const SEED = Number(process.env['OMC_CRASH_SEED'] ?? Date.now() % 1_000_000);
const NES = 6;

describe(`an OMC that is killed again and again under load (seed ${SEED})`, () => {
  let scene: Scene;
  let chaos: Chaos;
  /** What was done to the OMC, and when that began and ended. */
  const disturbed: string[] = [];

  beforeAll(async () => {
    scene = new Scene(await makeOmc({ OMC_HANDSHAKE_INTERVAL_S: '1' }), SEED, NES);
    await scene.begin();
    chaos = new Chaos(scene);
  });

  afterAll(() => scene?.end());

  for (let lap = 0; lap * ROUNDS_A_LAP < ROUNDS; lap++)
    it(`raises and clears what the filters say, each once and to the millisecond (lap ${lap + 1})`, async () => {
      const rounds = Math.min(ROUNDS_A_LAP, ROUNDS - lap * ROUNDS_A_LAP);
      for (let round = 0; round < rounds; round++) await disturb(lap * ROUNDS_A_LAP + round);
      expect(await scene.expectAsTold(disturbed.join(', '))).toEqual([]);
    });

  async function disturb(round: number): Promise<void> {
    await scene.reports(scene.random.whole(50, 400));
    if (scene.random.chance(0.5)) await scene.changeSomeFilter();
    const disturbance = disturbances[round] ?? scene.random.pick(disturbances);
    const beganAt = Date.now();
    try {
      await chaos.do(disturbance);
      disturbed.push(`${disturbance} (${beganAt} to ${Date.now()})`);
    } catch (error) {
      const said = scene.omc.output.slice(-4000);
      throw new Error(`round ${round + 1}: ${disturbance}\n${said}`, { cause: error });
    }
  }
});
