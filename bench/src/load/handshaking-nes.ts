import { answerTo } from './answer-to.js';
import { LoadNetwork } from './load-network.js';

/** NEs that have nothing to report: they greet, and answer handshakes. At a port, or at one of their own. */
const [count = 0, port = 0] = process.argv.slice(2).map(Number);
const network = new LoadNetwork('calm', count);
const visits: number[] = [];
network.onVisit = () => visits.push(performance.now());

/** The most that came within one second. */
function mostWithinASecond(): number {
  let most = 0;
  let from = 0;
  for (const [i, at] of visits.entries()) {
    while ((visits[from] ?? at) <= at - 1000) from += 1;
    most = Math.max(most, i - from + 1);
  }
  return most;
}

answerTo(
  { visits: () => ({ count: visits.length, mostWithinASecond: mostWithinASecond() }) },
  await network.listen(port),
);
