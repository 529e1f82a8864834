import { measureAccuracy } from './correlation/measure-accuracy.js';
import { measureSpeed } from './correlation/measure-speed.js';
import { progress } from './measure/progress.js';

/** The correlation alone, in virtual time: how right it is over random disturbances whose truth is known, and what it costs. */
const SCENARIOS = Number(process.env['BENCH_SCENARIOS'] ?? 200);

progress(`${SCENARIOS} scenarios`);
const seeds = Array.from({ length: SCENARIOS }, (_, i) => i + 1);
const accuracy = await measureAccuracy(seeds, (seed, wrong) => progress(`seed ${seed}: ${wrong}`));
const speed = await measureSpeed();
console.log(JSON.stringify({ bench: 'correlation', accuracy, speed }));
