import { answerTo } from './answer-to.js';
import { prepared } from './load-ne.js';
import { LoadNetwork } from './load-network.js';

/** NEs all of whose S1 interfaces fail at once, and come back at once. */
const [count = 0, keys = 0] = process.argv.slice(2).map(Number);
const network = new LoadNetwork('storm', count);

/** Everything turns; answers with the milliseconds until the last report is acknowledged. */
async function turn(state: 'fault' | 'ok'): Promise<number> {
  const events = Array.from({ length: keys }, (_, i) => prepared(`S1Interface=${i}`, 29201, state));
  const startedAt = performance.now();
  const time = new Date().toISOString();
  for (const ne of network.nes) ne.send(events, () => time);
  await network.drained();
  return performance.now() - startedAt;
}

answerTo({ raise: () => turn('fault'), clear: () => turn('ok') }, await network.listen());
