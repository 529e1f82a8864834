import { answerTo } from './answer-to.js';
import { prepared } from './load-ne.js';
import { LoadNetwork } from './load-network.js';

/**
 * NEs whose cells come and go slowly enough for every window to be over, so that each key raises and clears again
 * and again. Each cycle of a key has three changes: raised, one more report counted, cleared.
 */
const [count = 0, keys = 0] = process.argv.slice(2).map(Number);
const TICK_MS = 2;
const CHANGES_A_CYCLE = 3;
const network = new LoadNetwork('deciding', count);
const faults = Array.from({ length: keys }, (_, i) => prepared(`Cell=${i}`, 29243, 'fault'));
const oks = Array.from({ length: keys }, (_, i) => prepared(`Cell=${i}`, 29243, 'ok'));
let running: NodeJS.Timeout | undefined;

/** `perSecond` changes, evenly, each key failing for the first half of its cycle. */
function decide(perSecond: number): void {
  const cycleMs = 3_000;
  const used = Math.round((perSecond * cycleMs) / 1000 / CHANGES_A_CYCLE);
  const startedAt = performance.now();
  let turned = 0;
  running = setInterval(() => {
    const due = ((performance.now() - startedAt) / cycleMs) * used * 2;
    for (; turned < due; turned++) turnOne(turned, used);
  }, TICK_MS);
}

/** Odd turns are half of the keys ahead of even ones: of all keys one fails where the opposite one recovers. */
function turnOne(turn: number, used: number): void {
  const fails = turn % 2 === 0;
  const step = Math.floor(turn / 2);
  if (!fails && step < used / 2) return;
  const key = fails ? step % used : (step + Math.ceil(used / 2)) % used;
  const ne = network.nes[key % count];
  const event = (fails ? faults : oks)[Math.floor(key / count)];
  if (ne === undefined || event === undefined) throw new Error('more changes than these keys can bring');
  const time = new Date().toISOString();
  ne.send([event], () => time);
}

answerTo(
  {
    decide,
    stop: () => {
      clearInterval(running);
      return network.drained();
    },
  },
  await network.listen(),
);
