import { answerTo } from './answer-to.js';
import { prepared } from './load-ne.js';
import { LoadNetwork } from './load-network.js';

/** NEs all of whose keys are in fault, inside windows that end one after the other. */
const [count = 0, keys = 0] = process.argv.slice(2).map(Number);
const network = new LoadNetwork('waiting', count);
const AT_ONCE = 1_000;
/** Of all NEs together: the load does not buffer for the OMC. */
const UNACKED = 50_000;

const events = Array.from({ length: keys }, (_, i) => prepared(`Cell=${i}`, 29240, 'fault'));

/**
 * All keys fail so long ago that the first window ends `firstMs` from now and the last one `spreadMs` later.
 * Answers with the milliseconds until the last report is acknowledged.
 */
async function fail(windowMs: number, firstMs: number, spreadMs: number): Promise<number> {
  const startedAt = performance.now();
  const firstAt = Date.now() + firstMs - windowMs;
  for (let from = 0; from < keys; from += AT_ONCE)
    for (const [n, ne] of network.nes.entries()) {
      // One after the other through all NEs, so that what ends together is not of one NE.
      const timeOf = (i: number) => {
        const place = (from + i) * count + n;
        return new Date(firstAt + (place / (keys * count)) * spreadMs).toISOString();
      };
      ne.send(events.slice(from, from + AT_ONCE), timeOf);
      await network.atMostUnacked(UNACKED);
    }
  await network.drained();
  return performance.now() - startedAt;
}

answerTo({ fail }, await network.listen());
